package dev.erpsync.server.link;

/** A CRM record and an ERP actor that belong together on one connection. */
public record ActorLink(int connectionId, CrmActor crm, ErpActor erp) {}

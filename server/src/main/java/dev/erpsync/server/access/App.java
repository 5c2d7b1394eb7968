package dev.erpsync.server.access;

/**
 * An app that calls with a token of its own.
 *
 * @param erpSync whether it may use the agent
 */
public record App(String name, boolean erpSync) {}

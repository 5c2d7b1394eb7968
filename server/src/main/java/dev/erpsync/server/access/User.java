package dev.erpsync.server.access;

/** Somebody who has proven who they are. */
public record User(String name) {}

package dev.erpsync.server.connector;

import org.jspecify.annotations.Nullable;

/** Code that speaks to one kind of ERP, reached by a URL. Only ever marked as deleted. (D36) */
public record Connector(
    int id, @Nullable String displayName, @Nullable String url, boolean deleted) {}

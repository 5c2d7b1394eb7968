package dev.erpsync.server.connector;

import org.jspecify.annotations.Nullable;

/**
 * What a caller wants a connector to be. A component that is null keeps what is stored. (D22)
 *
 * @param id 0 for a new connector
 */
public record ConnectorChange(
    int id, @Nullable String displayName, @Nullable String url, @Nullable Boolean deleted) {

  /** The connector as it will be; its identity is that of {@code stored}. (D46) */
  public Connector applyTo(Connector stored) {
    return new Connector(
        stored.id(),
        displayName == null ? stored.displayName() : displayName,
        url == null ? stored.url() : url,
        deleted == null ? stored.deleted() : deleted);
  }
}

package dev.erpsync.server.connector;

import org.jspecify.annotations.Nullable;

/**
 * Code that speaks to one kind of ERP, reached by a URL. Only ever marked as deleted. (D36)
 *
 * @param id 0 until it is stored
 */
public record Connector(
    int id, @Nullable String displayName, @Nullable String url, boolean deleted) {

  /** A connector of which nothing is known yet. (D46) */
  public static Connector fresh() {
    return new Connector(0, "", "", false);
  }

  /** The same connector under another id. */
  public Connector withId(int newId) {
    return new Connector(newId, displayName, url, deleted);
  }

  /** The same connector, marked as deleted. */
  public Connector asDeleted() {
    return new Connector(id, displayName, url, true);
  }
}

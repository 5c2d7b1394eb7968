package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.store.StoreException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a database is, and how to get in. Nothing of the password is in any text that is made of
 * it.
 *
 * @param url a {@code jdbc:postgresql:} URL without user and password
 * @param connections how many connections may be open at once
 */
public record DatabaseSettings(
    String url, Optional<String> user, Optional<String> password, int connections) {
  private static final String PREFIX = "jdbc:postgresql:";
  private static final Pattern CREDENTIALS =
      Pattern.compile("(?i)@|[?&](user|password|sslpassword)=");

  /**
   * @throws StoreException when the URL is of something else, or holds what belongs elsewhere
   */
  public DatabaseSettings {
    if (!url.startsWith(PREFIX)) {
      throw new StoreException("--database must be a URL that starts with " + PREFIX);
    }
    // It would be seen in lists of processes, and in logs of others.
    if (CREDENTIALS.matcher(url).find()) {
      throw new StoreException("--database must not hold a user or a password");
    }
    if (connections < 1) {
      throw new StoreException("--database-connections must be at least 1");
    }
  }

  /** The URL without its parameters. */
  @Override
  public String toString() {
    return url.replaceFirst("\\?.*", "");
  }
}

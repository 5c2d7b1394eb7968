package dev.erpsync.conformance;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a URL must be so that paths can be put behind it. */
public final class BaseUrl {
  private static final int MAX_PORT = 65535;

  private BaseUrl() {}

  /** What is wrong with it, for people; empty when nothing is. The URL itself is not told. */
  public static Optional<String> fault(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (!List.of("http", "https").contains(scheme)) {
      return Optional.of("must begin with http:// or https://");
    }
    if (url.getRawUserInfo() != null || has(url.getRawAuthority(), '@')) {
      return Optional.of("must not hold a user; use --user");
    }
    if (url.getHost() == null) {
      return Optional.of("names no host");
    }
    if (url.getPort() == 0 || url.getPort() > MAX_PORT) {
      return Optional.of("has a port that is not between 1 and " + MAX_PORT);
    }
    return url.getRawQuery() == null && url.getRawFragment() == null
        ? Optional.empty()
        : Optional.of("must have neither a query nor a fragment");
  }

  private static boolean has(@Nullable String text, char character) {
    return text != null && text.indexOf(character) >= 0;
  }
}

package dev.erpsync.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the client says in the log of the program, by {@link System.Logger} and under the name of
 * its package: {@code INFO} what is tried again, {@code DEBUG} every attempt, {@code TRACE} headers
 * too. No credentials are said. Of requests and answers of success the body is never said, since
 * the configuration of a connection may hold passwords (D49), of an error what {@link
 * ErpSyncException} says, which is what the server says; of headers only values that are known to
 * be harmless.
 */
final class Log {
  private static final Logger LOG = System.getLogger("dev.erpsync.client");

  private static final Set<String> HARMLESS =
      Set.of(
          "accept-language",
          "content-language",
          "content-length",
          "content-type",
          "date",
          "retry-after",
          "so-culture",
          "so-language",
          "so-timezone",
          "user-agent",
          "x-request-id");

  private Log() {}

  static void attempt(Attempt attempt) {
    Level level = attempt.retryIn().isPresent() ? Level.INFO : Level.DEBUG;
    LOG.log(level, attempt::toString);
    LOG.log(Level.TRACE, () -> headers(attempt));
  }

  static void failed(Interceptor interceptor, RuntimeException e) {
    LOG.log(Level.WARNING, "the interceptor " + interceptor.getClass().getName() + " failed", e);
  }

  private static String headers(Attempt attempt) {
    return "%s, attempt %d, sent %s, came %s"
        .formatted(
            attempt.call().operation(),
            attempt.number(),
            said(
                attempt.call().options().headers().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())))),
            said(attempt.headers()));
  }

  private static String said(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .map(header -> header.getKey() + ": " + said(header.getKey(), header.getValue()))
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .collect(Collectors.joining("; ", "[", "]"));
  }

  private static String said(String name, List<String> values) {
    return HARMLESS.contains(name.toLowerCase(Locale.ROOT)) ? String.join(", ", values) : "***";
  }
}

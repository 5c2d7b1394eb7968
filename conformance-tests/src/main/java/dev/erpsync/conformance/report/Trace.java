package dev.erpsync.conformance.report;

import dev.erpsync.conformance.http.Exchange;
import dev.erpsync.conformance.http.RawExchange;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An exchange as a report shows it: start line, headers and body of either side, cut when they are
 * long.
 *
 * @param sent the request
 * @param received the answer, or why there is none
 * @param aside whether it only set or read the target's state
 */
public record Trace(String sent, String received, boolean aside) {
  private static final int MAX_CHARACTERS = 20_000;

  /** Of an exchange, with everything that stood in it. */
  public static Trace of(Exchange exchange) {
    return new Trace(
        cut(sent(exchange.request())),
        cut(exchange.response().map(Trace::received).orElse(exchange.failure())),
        exchange.request().path().startsWith("/_emulator/"));
  }

  /** Of bytes that no HTTP client would send. */
  public static Trace of(RawExchange exchange) {
    return new Trace(
        cut(exchange.sent()),
        cut(exchange.response().map(Trace::received).orElse(exchange.failure())),
        false);
  }

  private static String sent(Request request) {
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    return "%s %s%s\n%s\n%s"
        .formatted(
            request.method(),
            request.path(),
            query,
            request.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\n")
                .collect(Collectors.joining()),
            request.content().map(Object::toString).orElse(""));
  }

  private static String received(Response response) {
    return "%d\n%s\n%s"
        .formatted(
            response.status(),
            response.headers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(String.CASE_INSENSITIVE_ORDER))
                .flatMap(header -> header.getValue().stream().map(v -> header.getKey() + ": " + v))
                .map(line -> line + "\n")
                .collect(Collectors.joining()),
            response.text());
  }

  private static String cut(String text) {
    return text.length() <= MAX_CHARACTERS
        ? text
        : "%s\n… %d more characters"
            .formatted(text.substring(0, MAX_CHARACTERS), text.length() - MAX_CHARACTERS);
  }
}

package dev.erpsync.conformance.pages;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a request to the agent.
 *
 * @param method HTTP method
 * @param operation last part of the path
 * @param query without {@code ?}; empty when there is none
 */
record RequestLine(String method, String operation, String query) {
  private static final Pattern FORM =
      Pattern.compile(
          "([A-Z]+)\\s+/api/v1/Agents/ErpSync/(\\w+)(?:\\?(\\S*))?(?:\\s+HTTP/\\d(?:\\.\\d)?)?");

  static Optional<RequestLine> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String query = matcher.group(3);
    return Optional.of(
        new RequestLine(matcher.group(1), matcher.group(2), query == null ? "" : query));
  }
}

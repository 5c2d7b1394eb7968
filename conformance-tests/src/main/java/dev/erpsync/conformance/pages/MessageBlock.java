package dev.erpsync.conformance.pages;

import dev.erpsync.spec.Sample.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Headers and body of one side of an exchange, as they stand on a page.
 *
 * @param headers in the order printed
 * @param body what follows them
 * @param end index of the first line behind all that
 */
record MessageBlock(Map<String, String> headers, Body body, int end) {

  /**
   * Reads one side.
   *
   * @param start index of the line after the request line or status line
   * @param mayHaveBody whether HTTP allows a body here
   */
  static MessageBlock read(List<Line> lines, int start, boolean mayHaveBody) {
    Map<String, String> headers = new LinkedHashMap<>();
    int next = start;
    Optional<Line.Header> header = headerAt(lines, next);
    while (header.isPresent()) {
      // A header may be repeated; its values then make one list (RFC 9110, 5.3).
      headers.merge(header.get().name(), header.get().value(), (a, b) -> a + ", " + b);
      header = headerAt(lines, ++next);
    }
    int end = next;
    while (end < lines.size() && !lines.get(end).endsBody()) {
      end++;
    }
    boolean announced =
        mayHaveBody && headers.keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase);
    return new MessageBlock(headers, BodyReader.read(lines.subList(next, end), announced), end);
  }

  static Optional<Line.Header> headerAt(List<Line> lines, int index) {
    return index < lines.size() ? lines.get(index).header() : Optional.empty();
  }

  /** As the contract's samples hold it; not for a broken body. */
  Message message() {
    return new Message(
        headers, body instanceof Body.Json json ? Optional.of(json.value()) : Optional.empty());
  }
}

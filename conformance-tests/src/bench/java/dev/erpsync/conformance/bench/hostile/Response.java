package dev.erpsync.conformance.bench.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A response.
 *
 * @param status its code
 * @param head status line and headers
 * @param body what follows
 */
record Response(int status, String head, byte[] body) {
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  Optional<String> header(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst();
  }
}

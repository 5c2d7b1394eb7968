package dev.erpsync.conformance.proxy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Headers that are about one connection, and end with it (RFC 9110, section 7.6.1). */
final class HopByHop {
  private static final String CONNECTION = "connection";

  /** Trailers are not forwarded, and so are not announced. */
  private static final Set<String> ALWAYS =
      Set.of(
          CONNECTION,
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private HopByHop() {}

  /** The headers that are meant for the other end, every value by itself. */
  static Map<String, List<String>> without(Map<String, List<String>> headers) {
    Set<String> named =
        headers.entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase(CONNECTION))
            .flatMap(header -> header.getValue().stream())
            .flatMap(value -> Stream.of(value.split(",", -1)))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Map<String, List<String>> others = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> {
          String small = name.toLowerCase(Locale.ROOT);
          if (!ALWAYS.contains(small) && !named.contains(small)) {
            others.put(name, values);
          }
        });
    return others;
  }
}

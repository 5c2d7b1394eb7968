package dev.erpsync.conformance.lies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a lie changes.
 *
 * @param on what the path of the request must end with; empty for whatever is no emulator control
 * @param calls which of those calls, from 1; empty for every one
 * @param answer how the answer is changed
 * @param request how the request is changed on its way to the honest server
 * @param drop whether the honest server is not asked at all
 * @param first further calls made before
 * @param then further calls made afterwards
 * @param state a JSON Patch of the state that is shown from then on
 */
record Change(
    String on,
    Set<Integer> calls,
    JsonNode answer,
    JsonNode request,
    boolean drop,
    JsonNode first,
    JsonNode then,
    JsonNode state) {
  private static final String EVERY = "every";
  private static final Set<String> ANSWER =
      Set.of(
          "earlier", "body", "text", "patch", "names", "charset", "hex", "before", "status",
          "headers", "also", "cut", "raw");
  private static final Set<String> REQUEST =
      Set.of("text", "patch", "query", "path", "method", "headers");
  private static final Set<String> ROW =
      Set.of(
          "lie", "in", "seen", "on", "calls", "answer", "request", "drop", "first", "then",
          "state");

  static Change of(JsonNode row) {
    requireKnown(row, ROW);
    requireKnown(row.path("answer"), ANSWER);
    requireKnown(row.path("request"), REQUEST);
    JsonNode which = row.path("calls");
    Set<Integer> calls = new TreeSet<>();
    which.forEach(call -> calls.add(call.asInt()));
    if (calls.isEmpty() && !which.asText().equals(EVERY)) {
      calls.add(1);
    }
    return new Change(
        row.path("on").asText(),
        calls,
        row.path("answer"),
        row.path("request"),
        row.path("drop").asBoolean(),
        row.path("first"),
        row.path("then"),
        row.path("state"));
  }

  /** The same, told in every call. */
  Change everyTime() {
    return new Change(on, Set.of(), answer, request, drop, first, then, state);
  }

  /** Whether it is told in answers to requests of this path. */
  boolean concerns(String path) {
    return on.isEmpty() ? !path.startsWith("/_emulator/") : path.endsWith(on);
  }

  private static void requireKnown(JsonNode node, Set<String> names) {
    List<String> unknown =
        node.propertyStream().map(p -> p.getKey()).filter(name -> !names.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("nobody knows " + unknown + " in " + node);
    }
  }
}

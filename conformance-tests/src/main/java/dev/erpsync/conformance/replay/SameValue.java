package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One call in one state has one answer, whatever it is written in. Remembers the first answer to
 * each call. Not thread-safe.
 */
public final class SameValue {
  private record First(String how, JsonNode value) {}

  private final Map<Object, First> first = new HashMap<>();

  /**
   * Compares an answer with the first one to the same call.
   *
   * @param call what was called; equal for the same call
   * @param how in what the answer is written, for people
   * @param assigned names of what the server makes anew in every call
   */
  public List<Difference> compare(Object call, String how, JsonNode value, Set<String> assigned) {
    JsonNode given =
        value instanceof ObjectNode object ? object.deepCopy().without(assigned) : value;
    First earlier = first.putIfAbsent(call, new First(how, given));
    return earlier == null || earlier.value().equals(given)
        ? List.of()
        : List.of(
            new Difference(
                "value, the same as in " + earlier.how(),
                earlier.value().toString(),
                given.toString()));
  }
}

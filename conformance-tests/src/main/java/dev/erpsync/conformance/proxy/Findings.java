package dev.erpsync.conformance.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.serve.Body;
import dev.erpsync.conformance.serve.Checked;
import dev.erpsync.conformance.serve.NotCheckedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found so far in one exchange. Not thread-safe. */
final class Findings {
  /** A check of one side. */
  interface Check {
    Checked check() throws NotCheckedException;
  }

  private final List<Difference> differences = new ArrayList<>();
  private final List<String> unchecked = new ArrayList<>();

  /** Adds what was found on a side. */
  void add(String side, List<Difference> found) {
    for (Difference each : found) {
      String where = side + " " + (each.where().isEmpty() ? "body" : each.where());
      differences.add(new Difference(where, each.expected(), each.found()));
    }
  }

  /** Checks a side, if its body is here; the value of the body. */
  Optional<JsonNode> body(String side, Body body, Check check) {
    if (!body.isWhole()) {
      unchecked.add("the %s's body of %d bytes was not checked".formatted(side, body.length()));
      return Optional.empty();
    }
    try {
      Checked checked = check.check();
      add(side, checked.differences());
      return checked.value();
    } catch (NotCheckedException e) {
      unchecked.add("the %s's body was not checked: %s".formatted(side, e.getMessage()));
      return Optional.empty();
    }
  }

  /** What that comes to: where something could not be checked, nothing is said to conform. */
  Verdict verdict(String name) {
    return differences.isEmpty() && !unchecked.isEmpty()
        ? new Verdict.Skipped(name, String.join("; ", unchecked))
        : Verdict.of(name, Depth.STRUCTURE, differences);
  }
}

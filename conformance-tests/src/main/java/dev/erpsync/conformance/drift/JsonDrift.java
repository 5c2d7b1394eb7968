package dev.erpsync.conformance.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The report for programs: everything. */
final class JsonDrift {
  private JsonDrift() {}

  static String text(Drift drift) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    side(node.putObject("vendor"), drift.vendor());
    side(node.putObject("ours"), drift.ours());
    node.put("sum", drift.sum());
    ArrayNode explained = node.putArray("explained");
    drift
        .explained()
        .forEach(
            (departure, differences) -> {
              ObjectNode each = explained.addObject();
              each.put("decision", departure.decision()).put("reason", departure.reason());
              differences(each.putArray("differences"), differences);
            });
    differences(node.putArray("unexplained"), drift.unexplained());
    ArrayNode stale = node.putArray("stale");
    for (Drift.Stale each : drift.stale()) {
      stale
          .addObject()
          .put("decision", each.decision())
          .put("line", each.pattern().line())
          .put("difference", each.pattern().value());
    }
    return node.toPrettyString() + "\n";
  }

  private static void side(ObjectNode node, Drift.Side side) {
    node.put("name", side.name()).put("title", side.title()).put("operations", side.operations());
  }

  private static void differences(ArrayNode array, List<Difference> differences) {
    for (Difference each : differences) {
      array
          .addObject()
          .put("rule", each.rule())
          .put("place", each.place())
          .put("vendor", each.vendor())
          .put("ours", each.ours());
    }
  }
}

package dev.erpsync.conformance.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.pages.UnusablePage;
import dev.erpsync.conformance.replay.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All verdicts as one JSON file, for machines. */
public final class JsonReport {
  private static final String FILE = "replay.json";

  private JsonReport() {}

  /** Writes {@code replay.json} into a folder, which is made when missing. */
  public static void write(Path folder, List<Verdict> verdicts, List<UnusablePage> pages)
      throws IOException {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    Tally tally = Tally.of(verdicts);
    report
        .put("passed", tally.passed())
        .put("failed", tally.failed())
        .put("skipped", tally.skipped());
    ArrayNode list = report.putArray("exchanges");
    verdicts.forEach(verdict -> list.add(node(verdict)));
    ArrayNode unusable = report.putArray("unusablePages");
    for (UnusablePage page : pages) {
      unusable
          .addObject()
          .put("file", page.file().toString())
          .put("line", page.line())
          .put("reason", page.reason());
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(FILE), report.toPrettyString() + "\n");
  }

  private static ObjectNode node(Verdict verdict) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", verdict.name());
    if (verdict instanceof Verdict.Passed passed) {
      return node.put("verdict", "passed").put("compared", passed.depth().toString());
    }
    if (verdict instanceof Verdict.Skipped skipped) {
      return node.put("verdict", "skipped").put("reason", skipped.reason());
    }
    Verdict.Failed failed = (Verdict.Failed) verdict;
    node.put("verdict", "failed").put("compared", failed.depth().toString());
    ArrayNode differences = node.putArray("differences");
    failed
        .differences()
        .forEach(
            d ->
                differences
                    .addObject()
                    .put("where", d.where())
                    .put("expected", d.expected())
                    .put("found", d.found()));
    return node;
  }
}

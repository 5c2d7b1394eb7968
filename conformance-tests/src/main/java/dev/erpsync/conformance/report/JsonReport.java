package dev.erpsync.conformance.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.pages.UnusablePage;
import dev.erpsync.conformance.replay.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All verdicts as one JSON file, {@code replay.json}, for machines. */
public final class JsonReport {
  private static final String FILE = "replay.json";

  private final Path folder;

  /** A report in a folder, which is made when missing. */
  public JsonReport(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /**
   * Writes the report, over an older one.
   *
   * @param baseUrl root of the target
   * @param stateKnown whether the state of the target could be set
   * @param unusable what could not be used
   */
  public void write(
      URI baseUrl, boolean stateKnown, List<Replayed> replayed, List<UnusablePage> unusable)
      throws IOException {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    Tally tally = Tally.of(replayed.stream().map(Replayed::verdict).toList());
    report
        .put("baseUrl", baseUrl.toString())
        .put("stateKnown", stateKnown)
        .put("passed", tally.passed())
        .put("failed", tally.failed())
        .put("skipped", tally.skipped());
    ArrayNode list = report.putArray("exchanges");
    replayed.forEach(each -> list.add(node(each)));
    ArrayNode pages = report.putArray("unusablePages");
    for (UnusablePage page : unusable) {
      pages
          .addObject()
          .put("file", page.file().toString())
          .put("line", page.line())
          .put("reason", page.reason());
    }
    Files.writeString(folder.resolve(FILE), report.toPrettyString() + "\n");
  }

  private static ObjectNode node(Replayed replayed) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    Verdict verdict = replayed.verdict();
    node.put("name", verdict.name());
    if (replayed.replayCase().line() > 0) {
      node.put("page", replayed.replayCase().file()).put("line", replayed.replayCase().line());
    }
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

package dev.erpsync.conformance.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.matrix.Cell;
import dev.erpsync.conformance.matrix.Row;
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
   * @param rows the matrix; empty when it was not tried
   * @param unusable what could not be used
   */
  public void write(
      URI baseUrl,
      boolean stateKnown,
      List<Replayed> replayed,
      List<Row> rows,
      List<UnusablePage> unusable)
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
    matrix(rows, report.putObject("matrix"));
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
    node.put("name", replayed.verdict().name());
    if (!replayed.because().isEmpty()) {
      node.put("because", replayed.because());
    }
    if (replayed.line() > 0) {
      node.put("page", replayed.file()).put("line", replayed.line());
    }
    return verdict(replayed.verdict(), node);
  }

  private static void matrix(List<Row> rows, ObjectNode into) {
    into.put("tried", rows.stream().mapToLong(Row::tried).sum())
        .put("green", rows.stream().mapToLong(Row::green).sum());
    ArrayNode cells = into.putArray("cells");
    for (Row row : rows) {
      for (Cell cell : row.cells()) {
        ObjectNode node =
            cells
                .addObject()
                .put("operation", row.operation())
                .put("outcome", row.outcome())
                .put("sent", cell.sent())
                .put("accepted", cell.accepted());
        verdict(cell.verdict(), node);
      }
    }
  }

  private static ObjectNode verdict(Verdict verdict, ObjectNode node) {
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

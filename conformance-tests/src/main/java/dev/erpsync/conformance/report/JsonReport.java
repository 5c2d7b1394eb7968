package dev.erpsync.conformance.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.matrix.Cell;
import dev.erpsync.conformance.matrix.Row;
import dev.erpsync.conformance.pages.UnusablePage;
import dev.erpsync.conformance.replay.Verdict;
import java.util.List;

/** {@code replay.json}: everything, for machines. */
final class JsonReport implements ReportFile {
  @Override
  public String name() {
    return "replay.json";
  }

  @Override
  public String text(Results results) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    Tally tally = results.tally();
    report
        .put("baseUrl", results.baseUrl().toString())
        .put("note", results.note())
        .put("passed", tally.passed())
        .put("failed", tally.failed())
        .put("skipped", tally.skipped());
    ArrayNode list = report.putArray("exchanges");
    results.replayed().forEach(each -> list.add(node(each)));
    matrix(results.rows(), report.putObject("matrix"));
    ArrayNode pages = report.putArray("unusablePages");
    for (UnusablePage page : results.unusable()) {
      pages
          .addObject()
          .put("file", page.file().toString())
          .put("line", page.line())
          .put("reason", page.reason());
    }
    return report.toPrettyString() + "\n";
  }

  private static ObjectNode node(Replayed replayed) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    Source source = replayed.source();
    node.put("name", replayed.verdict().name())
        .put("operation", source.operation())
        .put("page", source.page());
    if (source.line() > 0) {
      node.put("file", source.file()).put("line", source.line());
    }
    verdict(replayed.verdict(), node);
    node.put("because", source.because())
        .put("expected", source.expected())
        .put("milliseconds", replayed.took().toMillis());
    ArrayNode traces = node.putArray("exchanges");
    for (Trace trace : replayed.traces()) {
      traces
          .addObject()
          .put("sent", trace.sent())
          .put("received", trace.received())
          .put("aside", trace.aside());
    }
    return node;
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

package dev.erpsync.conformance.report;

import dev.erpsync.conformance.matrix.Cell;
import dev.erpsync.conformance.matrix.Row;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.spec.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Results in the words of the template of {@link HtmlReport}. */
final class HtmlView {
  private HtmlView() {}

  static Map<String, Object> of(Results results) {
    Tally tally = results.tally();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("tally", tally.toString());
    view.put("baseUrl", results.baseUrl().toString());
    view.put("passed", tally.passed());
    view.put("failed", tally.failed());
    view.put("skipped", tally.skipped());
    view.put("note", results.note());
    view.put("operations", operations(results.replayed()));
    view.put("matrix", results.rows().isEmpty() ? List.of() : List.of(matrix(results.rows())));
    view.put("hasUnusable", !results.unusable().isEmpty());
    view.put("unusable", results.unusable());
    view.put("exchanges", results.replayed().stream().map(HtmlView::exchange).toList());
    return view;
  }

  /** A line an operation and side: where it is documented, where it is specified, what came out. */
  private static List<Map<String, Object>> operations(List<Replayed> replayed) {
    Map<List<String>, List<Replayed>> groups =
        replayed.stream()
            .collect(
                Collectors.groupingBy(
                    each -> List.of(each.source().operation(), side(each)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Map<String, Object>> lines = new ArrayList<>();
    groups.forEach(
        (key, group) -> {
          Tally tally = Tally.of(group.stream().map(Replayed::verdict).toList());
          var pages =
              group.stream()
                  .map(each -> each.source().page())
                  .filter(page -> !page.isEmpty())
                  .collect(Collectors.toCollection(TreeSet::new));
          lines.add(
              Map.of(
                  "operation", key.get(0),
                  "side", key.get(1),
                  "pages", String.join(", ", pages),
                  "contract", contract(key.get(0)),
                  "passed", tally.passed(),
                  "failed", tally.failed(),
                  "skipped", tally.skipped()));
        });
    return lines;
  }

  private static String contract(String operation) {
    if (operation.equals(Source.SCENARIO)) {
      return "spec/scenarios";
    }
    return operation.equals("HTTP")
        ? "spec/refusals.txt"
        : Contract.erpSync()
            .operation(operation)
            .map(known -> "spec/operations/%s.yaml".formatted(operation))
            .orElse("spec/discovery.yaml");
  }

  /** The third part of a verdict's name. */
  private static String side(Replayed each) {
    String[] parts = each.verdict().name().split(" / ", -1);
    return parts.length > 2 ? parts[2] : "server";
  }

  private static Map<String, Object> matrix(List<Row> rows) {
    List<String> types =
        rows.stream().flatMap(row -> row.cells().stream()).map(Cell::sent).distinct().toList();
    return Map.of(
        "sum", MatrixTable.sum(rows),
        "types", types,
        "rows", rows.stream().map(row -> row(row, types)).toList());
  }

  private static Map<String, Object> row(Row row, List<String> types) {
    List<Map<String, String>> cells = types.stream().map(type -> cell(row.sending(type))).toList();
    return Map.of("operation", row.operation(), "outcome", row.outcome(), "cells", cells);
  }

  private static Map<String, String> cell(Row some) {
    return some.tried() == 0
        ? Map.of("kind", "none", "text", "-")
        : Map.of(
            "kind",
            some.green() == some.tried() ? "all" : "some",
            "text",
            some.green() + "/" + some.tried());
  }

  private static Map<String, Object> exchange(Replayed each) {
    Source source = each.source();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("name", each.verdict().name());
    view.put("because", source.because());
    view.put("page", source.page());
    view.put("place", source.line() == 0 ? "" : source.file() + ":" + source.line());
    view.put("expected", source.expected());
    verdict(each.verdict(), view);
    view.put("traces", each.traces().stream().map(HtmlView::trace).toList());
    return view;
  }

  private static void verdict(Verdict verdict, Map<String, Object> view) {
    view.put("isFailed", verdict instanceof Verdict.Failed);
    if (verdict instanceof Verdict.Failed failed) {
      view.put("verdict", "failed");
      view.put("note", failed.depth().toString());
      view.put("differences", failed.differences());
    } else if (verdict instanceof Verdict.Skipped skipped) {
      view.put("verdict", "skipped");
      view.put("note", skipped.reason());
    } else if (verdict instanceof Verdict.Passed passed) {
      view.put("verdict", "passed");
      view.put("note", passed.depth().toString());
    }
  }

  private static Map<String, Object> trace(Trace trace) {
    String line = trace.sent().lines().findFirst().orElse("");
    String status = trace.received().lines().findFirst().orElse("");
    return Map.of(
        "label", line + " → " + status,
        "aside", trace.aside(),
        "sent", trace.sent(),
        "received", trace.received());
  }
}

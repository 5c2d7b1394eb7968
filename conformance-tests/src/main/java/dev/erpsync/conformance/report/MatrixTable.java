package dev.erpsync.conformance.report;

import dev.erpsync.conformance.matrix.Cell;
import dev.erpsync.conformance.matrix.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * A matrix as lines for people: a column a request type, in which stands how many of the response
 * types came out right, of those that were tried.
 */
public final class MatrixTable {
  private MatrixTable() {}

  /** The table, and a line with the sum. */
  public static List<String> lines(List<Row> rows) {
    List<String> types =
        rows.stream().flatMap(row -> row.cells().stream()).map(Cell::sent).distinct().toList();
    int operation = width(rows.stream().map(Row::operation).toList(), "operation");
    int outcome = width(rows.stream().map(Row::outcome).toList(), "outcome");
    String start = "%-" + operation + "s  %-" + outcome + "s";
    List<String> lines = new ArrayList<>();
    var head = new StringBuilder(start.formatted("operation", "outcome"));
    types.forEach(type -> head.append("  ").append(label(type)));
    lines.add(head.toString());
    for (Row row : rows) {
      var line = new StringBuilder(start.formatted(row.operation(), row.outcome()));
      for (String type : types) {
        Row some = row.sending(type);
        String cell = some.tried() == 0 ? "-" : some.green() + "/" + some.tried();
        line.append("  ").append(("%-" + label(type).length() + "s").formatted(cell));
      }
      lines.add(line.toString().stripTrailing());
    }
    lines.add(sum(rows));
    return lines;
  }

  /** How many cells were tried, and how many are green. */
  static String sum(List<Row> rows) {
    return "%d cells tried, %d green"
        .formatted(
            rows.stream().mapToLong(Row::tried).sum(), rows.stream().mapToLong(Row::green).sum());
  }

  /** As much of a media type as tells it from the others. */
  private static String label(String type) {
    return type.isEmpty()
        ? "no body"
        : type.replaceFirst("^application/(x-www-)?", "").replaceFirst("\\+json$|-urlencoded$", "");
  }

  private static int width(List<String> texts, String head) {
    return Math.max(head.length(), texts.stream().mapToInt(String::length).max().orElse(0));
  }
}

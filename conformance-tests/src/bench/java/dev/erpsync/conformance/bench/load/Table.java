package dev.erpsync.conformance.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rows under heads, as Markdown whose columns stand below each other. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... heads) {
    rows.add(List.of(heads));
  }

  /** Adds a row, and prints it, since the next one may take long. Fractions get one digit. */
  public void row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(
          cell instanceof Double number
              ? String.format(Locale.ROOT, "%,.1f", number)
              : cell instanceof Number number
                  ? String.format(Locale.ROOT, "%,d", number.longValue())
                  : String.valueOf(cell));
    }
    rows.add(row);
    for (int i = 0; i < row.size(); i++) {
      System.out.print((i == 0 ? "" : ", ") + rows.get(0).get(i) + " " + row.get(i));
    }
    System.out.println();
  }

  public String markdown() {
    var text = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      text.append(line(rows.get(row)));
      if (row == 0) {
        text.append(line(rows.get(0).stream().map(head -> "-".repeat(head.length())).toList()));
      }
    }
    return text.toString();
  }

  private String line(List<String> cells) {
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      int column = i;
      int width = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
      String fill = cells.get(i).startsWith("--") ? "-" : " ";
      padded.add(cells.get(i) + fill.repeat(width - cells.get(i).length()));
    }
    return padded.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}

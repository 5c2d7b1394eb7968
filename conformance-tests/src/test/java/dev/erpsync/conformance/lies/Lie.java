package dev.erpsync.conformance.lies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A row of the table.
 *
 * @param theme name of the file that holds it
 * @param name the lie, as a sentence
 * @param told the exchanges to make; in the last one the lie is told
 * @param change what is changed, in the words of {@link Change}
 * @param seen where the kit must see it: what its line says before the colon
 */
record Lie(String theme, String name, List<Told> told, Change change, String seen) {
  static Lie of(String theme, JsonNode row) {
    JsonNode in = row.path("in");
    return new Lie(
        theme,
        text(row, "lie"),
        in.isArray()
            ? in.valueStream().map(each -> Told.of(each.asText())).toList()
            : List.of(Told.of(text(row, "in"))),
        Change.of(row),
        text(row, "seen"));
  }

  Told last() {
    return told.get(told.size() - 1);
  }

  private static String text(JsonNode row, String name) {
    if (!row.path(name).isTextual()) {
      throw new IllegalArgumentException("a row lacks " + name + ": " + row);
    }
    return row.path(name).asText();
  }

  @Override
  public String toString() {
    return theme + ": " + name;
  }
}

package dev.erpsync.conformance.own.languages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was seen of every language, as a table of a page. Not thread-safe. */
final class Table {
  static final Path PAGE = Language.FOLDER.resolve("README.md");
  private static final String BEGIN = "<!-- table: client/languages/prove --write writes it -->\n";
  private static final String END = "<!-- end of the table -->\n";

  private final Map<String, List<String>> rows = new TreeMap<>();
  private boolean complete = true;

  /** A language that was built and run. */
  void add(Language language, Cells cells) {
    rows.put(
        language.name(),
        List.of(
            "yes",
            "yes",
            cells.count(Column.SERVER),
            cells.count(Column.STUB),
            cells.names(Column.ERRORS),
            cells.names(Column.ACCESS),
            cells.names(Column.WIRE)));
  }

  /** A language that could not be built, and so was not run. */
  void add(Language language, Built built) {
    complete = false;
    String tools = built.lacksTools() ? "no tools here" : "no";
    String rest = "not run";
    rows.put(language.name(), List.of("yes", tools, rest, rest, rest, rest, rest));
  }

  /** Whether every language was run. */
  boolean isComplete() {
    return complete && rows.keySet().stream().toList().equals(names());
  }

  String markdown() {
    var text = new StringBuilder("| | generates | builds |");
    for (Column column : Column.values()) {
      text.append(' ').append(column.title()).append(" |");
    }
    text.append("\n|---|---|---|---|---|---|---|---|\n");
    rows.forEach(
        (name, cells) ->
            text.append("| [%s](%s/README.md) | ".formatted(name, name))
                .append(String.join(" | ", cells))
                .append(" |\n"));
    return text.toString();
  }

  /** The page as it is with this table. */
  String page() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    return page.substring(0, begin) + "\n" + markdown() + "\n" + page.substring(page.indexOf(END));
  }

  private static List<String> names() {
    return Language.all().stream().map(Language::name).toList();
  }
}

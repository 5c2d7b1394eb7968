package dev.erpsync.conformance.lies;

import java.util.List;
import java.util.stream.Collectors;

/** The page that says which lies there are, and how the kit sees each. */
final class LiesPage {
  private static final int LONGEST = 160;
  private static final String HEAD =
      """
      # Lies about the wire

      What the kit finds. Each line is a lie, told over real HTTP between the kit and this project's server, which is honest; the kit must
      fail the exchange in which it is told, with a difference in the right place, must pass the same exchange without it, and
      something must not be as it had been. The lies stand in
      [a table](src/test/resources/dev/erpsync/conformance/lies), where the way to add one is described. This page is written by

      ```sh
      mvn -B -ntp -Pbenchmark -pl conformance-tests -am verify -DskipTests -Dbenchmark="lies"
      ```

      %s

      %s
      Not seen is what follows an answer with 204 without being announced: an HTTP client takes it for the next answer, and throws it away.
      """;

  private LiesPage() {}

  static String of(List<Outcome> outcomes, String summary, String circumstances) {
    var page = new StringBuilder(HEAD.formatted(summary, circumstances));
    String theme = "";
    for (Outcome outcome : outcomes) {
      Lie lie = outcome.lie();
      if (!lie.theme().equals(theme)) {
        theme = lie.theme();
        page.append("\n## ")
            .append(theme)
            .append("\n\n| lie | told in | seen as |\n|---|---|---|\n");
      }
      page.append(begin(lie)).append(outcome.seenAs().map(LiesPage::code).orElse("**missed**"));
      page.append(" |\n");
    }
    return page.toString();
  }

  /** What a lie's line begins with. */
  static String begin(Lie lie) {
    String told = lie.told().stream().map(Told::toString).collect(Collectors.joining(", then "));
    return "| %s | %s | ".formatted(lie.name(), told);
  }

  /** Without what is another one in every run. */
  private static String code(String seen) {
    String line =
        seen.replaceAll("127\\.0\\.0\\.1:\\d+", "HOST")
            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "GUID")
            .replace('`', '\'');
    String cut = line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "\u2026";
    return "`" + cut.replace("|", "\\|") + "`";
  }
}

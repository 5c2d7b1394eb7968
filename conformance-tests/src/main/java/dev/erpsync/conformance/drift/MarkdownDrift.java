package dev.erpsync.conformance.drift;

import dev.erpsync.conformance.review.output.Md;

/** The report as Markdown: what needs a decision first. */
final class MarkdownDrift {
  private final Drift drift;
  private final StringBuilder out = new StringBuilder();

  private MarkdownDrift(Drift drift) {
    this.drift = drift;
  }

  static String text(Drift drift) {
    return new MarkdownDrift(drift).text();
  }

  private String text() {
    line("## Drift");
    line("");
    line("**" + drift.sum() + "**");
    line("");
    line("- vendor: " + Md.text(drift.vendor().toString()));
    line("- ours: " + Md.text(drift.ours().toString()));
    if (!drift.unexplained().isEmpty()) {
      line("\n### Unexplained");
      line("");
      line("| rule | where | vendor | ours |");
      line("|---|---|---|---|");
      drift.unexplained().forEach(this::row);
      line("\nTo explain them, add to `" + DepartureReader.BUNDLED + "`:");
      line("\n```yaml");
      line("- decision: D\n  reason: \"\"\n  differences:");
      drift.unexplained().forEach(each -> line("    - " + quoted(each.text())));
      line("```");
    }
    if (!drift.stale().isEmpty()) {
      line("\n### Stale explanations");
      line("");
      drift.stale().forEach(each -> line("- " + Md.text(each.toString())));
    }
    if (!drift.explained().isEmpty()) {
      line("\n### Explained");
      line("");
      line("| decision | differences | reason |");
      line("|---|---|---|");
      drift
          .explained()
          .forEach(
              (departure, differences) ->
                  line(
                      "| %s | %d | %s |"
                          .formatted(
                              departure.decision(),
                              differences.size(),
                              Md.text(departure.reason()))));
    }
    return out.toString();
  }

  private void row(Difference difference) {
    line(
        "| `%s` | %s | %s | %s |"
            .formatted(
                difference.rule(),
                Md.code(difference.place()),
                value(difference.vendor()),
                value(difference.ours())));
  }

  private static String value(String text) {
    return text.isEmpty() ? "nothing" : Md.code(text);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}

package dev.erpsync.conformance.drift;

/** Forms of the report. */
enum DriftFormat {
  /** For people at a terminal. */
  CONSOLE,
  /** For pages and comments. */
  MARKDOWN,
  /** For programs, with every difference. */
  JSON;

  /** The report in this form, with a line end at its end. */
  String text(Drift drift) {
    return switch (this) {
      case CONSOLE -> ConsoleDrift.text(drift);
      case MARKDOWN -> MarkdownDrift.text(drift);
      case JSON -> JsonDrift.text(drift);
    };
  }
}

package dev.erpsync.conformance.own.languages;

/** What is shown of a language, and counted in the table. */
enum Column {
  SERVER("samples on the server"),
  STUB("samples on the stub"),
  ERRORS("errors typed"),
  ACCESS("signs in by"),
  WIRE("and");

  private final String title;

  Column(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}

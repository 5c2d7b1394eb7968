package dev.erpsync.conformance.pages;

import com.fasterxml.jackson.databind.JsonNode;

/** What stands where a message has its body. */
sealed interface Body {
  /** One JSON value; a printed {@code null} is one too. */
  record Json(JsonNode value) implements Body {}

  /** Nothing, or the text of the page that goes on. */
  record None() implements Body {}

  /**
   * Something that should have been JSON.
   *
   * @param at where the parser stopped
   * @param complaint what the parser said
   */
  record Broken(Line at, String complaint) implements Body {}
}

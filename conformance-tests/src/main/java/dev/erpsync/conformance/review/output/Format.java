package dev.erpsync.conformance.review.output;

import dev.erpsync.conformance.review.result.Review;

/** Forms of a review. */
public enum Format {
  /** For a comment on a pull request. */
  MARKDOWN,
  /** One page that needs nothing beside it. */
  HTML,
  /** For programs. */
  JSON,
  /** For build servers. */
  JUNIT,
  /** Commands by which a GitHub workflow marks lines of files. */
  GITHUB;

  /** The review in this form, without links, with a line end at its end. */
  public String text(Review review) {
    return text(review, Links.NONE);
  }

  /**
   * The review in this form, with a line end at its end.
   *
   * @param links for Markdown only; the other forms name file and line without a link
   */
  public String text(Review review, Links links) {
    return switch (this) {
      case MARKDOWN -> MarkdownReview.text(review, links);
      case HTML -> HtmlReview.text(review);
      case JSON -> JsonReview.text(review);
      case JUNIT -> JUnitReview.text(review);
      case GITHUB -> GithubReview.text(review);
    };
  }
}

package dev.erpsync.conformance.serve;

import dev.erpsync.conformance.http.Content;

/**
 * A body that passed.
 *
 * @param content its beginning: all of it, unless it was longer than is kept
 * @param length how many bytes passed
 */
public record Body(Content content, long length) {
  /** No body. */
  public static final Body NONE = new Body(Content.of(new byte[0]), 0);

  /** Whether all of it is here. */
  public boolean isWhole() {
    return content.bytes().length == length;
  }

  public boolean isEmpty() {
    return length == 0;
  }
}

package dev.erpsync.conformance.pages;

/** A folder from which nothing can be read at all; the message names it. */
public final class PageFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PageFolderException(String message) {
    super(message);
  }

  PageFolderException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.erpsync.spec.bundle;

/** A contract whose parts do not make a whole; the message names the file and the reference. */
public final class BundleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BundleException(String message) {
    super(message);
  }

  BundleException(String message, Throwable cause) {
    super(message, cause);
  }
}

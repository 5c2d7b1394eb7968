package dev.erpsync.conformance.lies;

/**
 * An exchange in which a lie is told.
 *
 * @param operation id of the operation; {@link #HTTP} for a refusal
 * @param name of the sample, case or refusal
 * @param encoding {@code json}, {@code xml} or {@code form}, or two media types with an arrow
 *     between them, that of the request and that of the answer
 */
record Told(String operation, String name, String encoding) {
  static final String HTTP = "HTTP";

  /** Reads the form in which the kit names exchanges, without the side. */
  static Told of(String text) {
    String[] parts = text.split(" / ", 3);
    if (parts.length < 3) {
      throw new IllegalArgumentException("no operation, name and encoding: " + text);
    }
    return new Told(parts[0], parts[1], parts[2]);
  }

  boolean isRefusal() {
    return operation.equals(HTTP);
  }

  @Override
  public String toString() {
    return operation + " / " + name + " / " + encoding;
  }
}

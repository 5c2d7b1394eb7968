package dev.erpsync.conformance;

import java.io.PrintWriter;

/** How the command ends when it cannot do what it was asked: one line, and exit status 2. */
final class WrongUse {
  private static final int STATUS = 2;

  private WrongUse() {}

  static int print(PrintWriter err, String reason) {
    err.println("erpsync-conformance: " + reason.strip().replaceAll("\\p{Cc}+", " "));
    err.flush();
    return STATUS;
  }
}

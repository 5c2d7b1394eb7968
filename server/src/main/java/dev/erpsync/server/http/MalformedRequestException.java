package dev.erpsync.server.http;

import dev.erpsync.spec.Violation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request that cannot be understood; the message says where and why, and never what the value
 * was. (D5)
 */
final class MalformedRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** More of them would not help, and an answer stays small. */
  private static final int SHOWN_VIOLATIONS = 10;

  MalformedRequestException(String detail) {
    super(detail, null, false, false);
  }

  /**
   * Refuses what breaks the contract.
   *
   * @param where the part of the request
   * @param violations what it breaks; nothing happens when that is nothing
   */
  static void refuse(String where, List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new MalformedRequestException(
          violations.stream()
              .limit(SHOWN_VIOLATIONS)
              .map(Violation::toString)
              .collect(Collectors.joining("; ", where + ", ", "")));
    }
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}

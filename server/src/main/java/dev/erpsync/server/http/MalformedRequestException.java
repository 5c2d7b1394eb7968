package dev.erpsync.server.http;

/**
 * A request that cannot be understood; the message says where and why, and never what the value
 * was. (D5)
 */
final class MalformedRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedRequestException(String detail) {
    super(detail, null, false, false);
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}

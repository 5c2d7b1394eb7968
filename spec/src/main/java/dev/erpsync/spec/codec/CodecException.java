package dev.erpsync.spec.codec;

/**
 * A body that cannot be read or written in its encoding. The message says where: line, column and
 * element path, field name, or index and path of the operation. It never quotes a value, which may
 * be a secret.
 */
public final class CodecException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CodecException(String message) {
    super(message);
  }

  CodecException(String message, Throwable cause) {
    super(message, cause);
  }
}

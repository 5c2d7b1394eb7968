package dev.erpsync.spec.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** Bytes as text, where a byte that means nothing is an error and not a question mark. */
final class Charsets {
  private Charsets() {}

  /**
   * Decodes all bytes.
   *
   * @param where start of the error message; the number of the first bad byte follows, counted from
   *     0
   */
  static String decode(byte[] bytes, Charset charset, String where) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      return charset.newDecoder().decode(in).toString();
    } catch (CharacterCodingException e) {
      throw new CodecException(
          "%s: not text in %s from byte %d".formatted(where, charset.name(), in.position()), e);
    }
  }
}

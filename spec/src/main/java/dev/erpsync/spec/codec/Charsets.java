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
   * @param where start of the error message
   */
  static String decode(byte[] bytes, Charset charset, String where) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new CodecException(where + ": not text in " + charset.name(), e);
    }
  }
}

package dev.erpsync.spec.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Names and values in the bytes of a form. An error names a field by its number, from 1. */
final class FormFields {
  private static final int MOST = 10_000;
  private static final int HEX = 16;

  /**
   * One field.
   *
   * @param name percent-decoded
   * @param value percent-decoded; empty when there is no equals sign
   */
  record Field(String name, String value) {}

  private FormFields() {}

  /** The fields in their order. Between two ampersands there need not be one. */
  static List<Field> parse(byte[] form, Charset charset) {
    List<Field> fields = new ArrayList<>();
    int start = 0;
    while (start <= form.length) {
      int end = find('&', form, start, form.length);
      if (end > start) {
        if (fields.size() == MOST) {
          throw new CodecException("more than %,d fields".formatted(MOST));
        }
        String where = "field " + (fields.size() + 1);
        int equals = find('=', form, start, end);
        String name = decode(form, start, equals, charset, where);
        String value = decode(form, Math.min(equals + 1, end), end, charset, where);
        fields.add(new Field(name, value));
      }
      start = end + 1;
    }
    return fields;
  }

  private static int find(char what, byte[] form, int from, int to) {
    int i = from;
    while (i < to && form[i] != what) {
      i++;
    }
    return i;
  }

  private static String decode(byte[] form, int from, int to, Charset charset, String where) {
    var bytes = new ByteArrayOutputStream(to - from);
    for (int i = from; i < to; i++) {
      if (form[i] == '%') {
        int high = i + 2 < to ? Character.digit(form[i + 1], HEX) : -1;
        int low = i + 2 < to ? Character.digit(form[i + 2], HEX) : -1;
        if (high < 0 || low < 0) {
          throw new CodecException(where + ": a percent sign without two hexadecimal digits");
        }
        bytes.write(high * HEX + low);
        i += 2;
      } else {
        bytes.write(form[i] == '+' ? ' ' : form[i]);
      }
    }
    return Charsets.decode(bytes.toByteArray(), charset, where);
  }
}

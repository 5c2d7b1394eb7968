package dev.erpsync.conformance.serve;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Undoes Content-Encoding (RFC 9110, section 8.4), for the check; what is forwarded stays. */
final class ContentCoding {
  private ContentCoding() {}

  /**
   * The bytes as they were before they were packed.
   *
   * @param coding value of Content-Encoding; empty for none
   * @param maxBytes how long they may become
   * @throws NotCheckedException when the coding is another than gzip and deflate, or there are more
   * @throws UnreadableBodyException when they are not packed that way
   */
  static byte[] undo(byte[] bytes, String coding, int maxBytes)
      throws NotCheckedException, UnreadableBodyException {
    String name = coding.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.equals("identity") || bytes.length == 0) {
      return bytes;
    }
    if (!name.matches("(x-)?gzip|deflate")) {
      throw new NotCheckedException("its Content-Encoding is neither gzip nor deflate");
    }
    try (InputStream in = unpacking(name, bytes)) {
      byte[] unpacked = in.readNBytes(maxBytes + 1);
      if (unpacked.length > maxBytes) {
        throw new NotCheckedException("unpacked it is longer than %d bytes".formatted(maxBytes));
      }
      return unpacked;
    } catch (NotCheckedException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableBodyException("bytes that are no " + name);
    }
  }

  private static InputStream unpacking(String name, byte[] bytes) throws IOException {
    var in = new ByteArrayInputStream(bytes);
    return name.equals("deflate") ? new InflaterInputStream(in) : new GZIPInputStream(in);
  }
}

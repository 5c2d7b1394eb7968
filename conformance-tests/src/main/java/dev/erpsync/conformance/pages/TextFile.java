package dev.erpsync.conformance.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Text files of bounded size. */
final class TextFile {
  /** The largest file that is read, in bytes; the vendor's pages have some thousand. */
  static final int MAX_BYTES = 1024 * 1024;

  static final String TOO_LARGE = "larger than 1 MiB";
  private static final String NO_TEXT = "binary, or not UTF-8";

  private TextFile() {}

  /**
   * Reads a file.
   *
   * @throws UnreadableException when it cannot be read, is too large, or is no UTF-8 text
   */
  static List<Line> read(Path file) throws UnreadableException {
    // Opening anything else, such as a pipe, may wait for ever.
    if (!Files.isRegularFile(file)) {
      throw new UnreadableException("cannot be read: not a file");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw new UnreadableException("cannot be read: " + e.getClass().getSimpleName());
    }
    if (bytes.length > MAX_BYTES) {
      throw new UnreadableException(TOO_LARGE);
    }
    List<Line> lines = new ArrayList<>();
    for (String line : (Iterable<String>) text(bytes).lines()::iterator) {
      lines.add(new Line(file, lines.size() + 1, line.strip()));
    }
    return lines;
  }

  private static String text(byte[] bytes) throws UnreadableException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new UnreadableException(NO_TEXT);
      }
      // The byte order mark.
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnreadableException(NO_TEXT);
    }
  }
}

package dev.erpsync.conformance.lies;

import dev.erpsync.conformance.http.Content;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A request or an answer as it is on the wire.
 *
 * @param start its first line
 * @param headers all of them, in their order
 * @param body without the framing of chunks
 */
record Message(String start, List<Header> headers, Content body) {
  private static final String LENGTH = "Content-Length";
  private static final String END_OF_HEAD = "\r\n\r\n";

  record Header(String name, String value) {}

  /** Reads a request: its head, and as much as that announces. */
  static Message request(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!latin(head.toByteArray()).endsWith(END_OF_HEAD)) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("no whole request");
      }
      head.write(next);
    }
    Message bare = head(latin(head.toByteArray()));
    return bare.withBody(
        Content.of(in.readNBytes(bare.header(LENGTH).map(Integer::parseInt).orElse(0))));
  }

  /** An answer that ended with its connection. */
  static Message answer(byte[] bytes) {
    String text = latin(bytes);
    int end = text.indexOf(END_OF_HEAD);
    if (end < 0) {
      throw new IllegalStateException("the honest server answered no HTTP: " + text);
    }
    Message bare = head(text.substring(0, end));
    byte[] rest = Arrays.copyOfRange(bytes, end + END_OF_HEAD.length(), bytes.length);
    return bare.header("Transfer-Encoding").isPresent()
        ? bare.without("Transfer-Encoding").withBody(joined(latin(rest)))
        : bare.withBody(Content.of(rest));
  }

  Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  Message without(String name) {
    return new Message(
        start,
        headers.stream().filter(header -> !header.name().equalsIgnoreCase(name)).toList(),
        body);
  }

  Message with(String name, String value) {
    return without(name).adding(name, value);
  }

  Message adding(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Message(start, List.copyOf(more), body);
  }

  Message withStart(String other) {
    return new Message(other, headers, body);
  }

  Message withBody(Content other) {
    return new Message(start, headers, other);
  }

  /** With another body, of which the head tells the length. */
  Message saying(Content other) {
    return withBody(other).with(LENGTH, String.valueOf(other.bytes().length));
  }

  /** The body in UTF-8. */
  String text() {
    return body.toString();
  }

  /** Path and query of a request. */
  String target() {
    return start.split(" ", 3)[1];
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    var head = new StringBuilder(start).append("\r\n");
    headers.forEach(h -> head.append(h.name()).append(": ").append(h.value()).append("\r\n"));
    out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(body.bytes());
    return out.toByteArray();
  }

  private static Message head(String text) {
    List<String> lines = text.lines().toList();
    List<Header> headers =
        lines.stream()
            .skip(1)
            .filter(line -> !line.isEmpty())
            .map(line -> line.split(":", 2))
            .map(pair -> new Header(pair[0], pair[1].strip()))
            .toList();
    return new Message(lines.get(0), headers, Content.of(""));
  }

  private static Content joined(String chunks) {
    var body = new ByteArrayOutputStream();
    String rest = chunks;
    while (true) {
      int end = rest.indexOf("\r\n");
      int size = Integer.parseInt(rest.substring(0, end), 16);
      if (size == 0) {
        return Content.of(body.toByteArray());
      }
      String chunk = rest.substring(end + 2, end + 2 + size);
      body.writeBytes(chunk.getBytes(StandardCharsets.ISO_8859_1));
      rest = rest.substring(end + 2 + size + 2);
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

package dev.erpsync.conformance.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an answer of HTTP/1.1 from its bytes (RFC 9112). */
final class RawAnswer {
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final String END_OF_CHUNKS = "0\r\n\r\n";

  private RawAnswer() {}

  /** Whether nothing is missing; what has neither a length nor chunks ends with the connection. */
  static boolean isWhole(byte[] bytes) {
    String text = latin(bytes);
    int end = text.indexOf(END_OF_HEAD);
    if (end < 0) {
      return false;
    }
    Map<String, List<String>> headers = headers(text.substring(0, end));
    if (isChunked(headers)) {
      return text.endsWith(END_OF_CHUNKS);
    }
    return length(headers) >= 0 && text.length() - end - END_OF_HEAD.length() >= length(headers);
  }

  /** Whether the end of the head was the last that came. */
  static boolean hasHead(ByteArrayOutputStream bytes) {
    return latin(bytes.toByteArray()).endsWith(END_OF_HEAD);
  }

  /** An answer that tells a length, or chunks, and has none of it. */
  static Response head(byte[] bytes) throws IOException {
    return parse(bytes, true);
  }

  static Response parse(byte[] bytes) throws IOException {
    return parse(bytes, false);
  }

  private static Response parse(byte[] bytes, boolean headOnly) throws IOException {
    String text = latin(bytes);
    int end = text.indexOf(END_OF_HEAD);
    String head = end < 0 ? text : text.substring(0, end);
    Matcher status = STATUS_LINE.matcher(head.lines().findFirst().orElse(""));
    if (end < 0 || !status.matches()) {
      throw new NoHttpException(text);
    }
    Map<String, List<String>> headers = headers(head);
    byte[] body = Arrays.copyOfRange(bytes, end + END_OF_HEAD.length(), bytes.length);
    if (!headOnly && length(headers) > body.length) {
      throw new IOException("the answer ends too early");
    }
    byte[] content = !headOnly && isChunked(headers) ? joined(latin(body)) : body;
    return new Response(
        Integer.parseInt(status.group(1)),
        headers,
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
  }

  private static Map<String, List<String>> headers(String head) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    head.lines()
        .skip(1)
        .forEach(
            line -> {
              String[] pair = line.split(":", 2);
              String value = pair.length > 1 ? pair[1].strip() : "";
              headers.computeIfAbsent(pair[0], name -> new ArrayList<>()).add(value);
            });
    return headers;
  }

  private static boolean isChunked(Map<String, List<String>> headers) {
    String codings = String.join(",", headers.getOrDefault("Transfer-Encoding", List.of()));
    return codings.toLowerCase(Locale.ROOT).contains("chunked");
  }

  /** The announced length in bytes, -1 where none is. */
  private static long length(Map<String, List<String>> headers) {
    return headers.getOrDefault("Content-Length", List.of()).stream()
        .filter(value -> value.matches("\\d{1,9}"))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(-1);
  }

  private static byte[] joined(String chunks) throws IOException {
    var body = new ByteArrayOutputStream();
    String rest = chunks;
    try {
      for (int end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        int size = Integer.parseInt(rest.substring(0, end).split(";", 2)[0].strip(), 16);
        if (size == 0) {
          return body.toByteArray();
        }
        String chunk = rest.substring(end + 2, end + 2 + size);
        body.writeBytes(chunk.getBytes(StandardCharsets.ISO_8859_1));
        rest = rest.substring(end + 2 + size + 2);
      }
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      throw new IOException("the answer has a broken chunk", e);
    }
    throw new IOException("the answer ends too early");
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

package dev.erpsync.conformance.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one response of HTTP/1.1 from a stream, up to its end and not until the connection is
 * closed (RFC 9112). Not thread-safe.
 */
final class ResponseReader {
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
  private static final Pattern CHUNK_LINE =
      Pattern.compile("([0-9A-Fa-f]{1,15})[ \\t]*(;.*)?", Pattern.DOTALL);
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
  private static final int SWITCHING_PROTOCOLS = 101;

  private final InputStream in;
  private final int maxBytes;
  private int left;

  /**
   * A reader of the next response.
   *
   * @param maxBytes the most that is read, with heads, chunk sizes and trailers
   */
  ResponseReader(InputStream in, int maxBytes) {
    this.in = new BufferedInputStream(in);
    this.maxBytes = maxBytes;
    this.left = maxBytes;
  }

  /**
   * Status and headers of a response.
   *
   * @param headers all values of every header
   */
  record Head(int status, Map<String, List<String>> headers) {
    /** The whole response; throws when the body is no UTF-8. */
    Response with(byte[] body) throws CharacterCodingException {
      // A decoder reports what is no UTF-8; a String would replace it without a word.
      CharSequence text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return new Response(status, headers, text.toString());
    }

    /** Others follow it (RFC 9110, section 15.2); after 101 comes another protocol. */
    boolean isInterim() {
      return status < 200 && status != SWITCHING_PROTOCOLS;
    }

    private List<String> values(String name) {
      return headers.getOrDefault(name, List.of());
    }

    private boolean isChunked() {
      return String.join(",", values("Transfer-Encoding"))
          .toLowerCase(Locale.ROOT)
          .matches("(.*,)?\\s*chunked\\s*");
    }

    /** RFC 9112, section 6.3. */
    private boolean hasNoBody(String method) {
      return method.equals("HEAD")
          || (method.equals("CONNECT") && status >= 200 && status < 300)
          || status < 200
          || status == 204
          || status == 304;
    }
  }

  /**
   * Reads the head of the final response; interim responses (1xx) are skipped.
   *
   * @throws NoHttpException when what comes is no HTTP/1.1
   */
  Head head() throws IOException {
    Head head = next();
    while (head.isInterim()) {
      head = next();
    }
    return head;
  }

  private Head next() throws IOException {
    var text = new StringBuilder();
    try {
      Matcher status = STATUS_LINE.matcher(line(text));
      if (!status.matches()) {
        throw new NoHttpException(text.toString());
      }
      return new Head(Integer.parseInt(status.group(1)), headers(text));
    } catch (EOFException e) {
      throw new NoHttpException(text.toString());
    }
  }

  private Map<String, List<String>> headers(StringBuilder text) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(text); !line.isEmpty(); line = line(text)) {
      String[] pair = line.split(":", 2);
      String value = pair.length > 1 ? pair[1].strip() : "";
      headers.computeIfAbsent(pair[0], name -> new ArrayList<>()).add(value);
    }
    return headers;
  }

  /**
   * Reads the body that belongs to a head, in the form without chunks.
   *
   * @param method of the request
   */
  byte[] body(Head head, String method) throws IOException {
    if (head.hasNoBody(method)) {
      return new byte[0];
    }
    if (head.isChunked()) {
      return chunks();
    }
    List<String> lengths = head.values("Content-Length").stream().distinct().toList();
    if (lengths.isEmpty() || !head.values("Transfer-Encoding").isEmpty()) {
      return rest();
    }
    if (lengths.size() > 1 || !LENGTH.matcher(lengths.get(0)).matches()) {
      throw new IOException("the response has no valid Content-Length: " + lengths);
    }
    return bytes(Long.parseLong(lengths.get(0)));
  }

  /** Reads until the stream ends, or nothing comes for as long as the time-out of its socket. */
  byte[] rest() throws IOException {
    var rest = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        take(n);
        rest.write(buffer, 0, n);
      }
    } catch (SocketTimeoutException e) {
      // The target keeps the connection open, and sends nothing more.
    }
    return rest.toByteArray();
  }

  /** RFC 9112, section 7.1: chunks with extensions, the last one, and trailers. */
  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (long size = chunkSize(); size > 0; size = chunkSize()) {
      body.writeBytes(bytes(size));
      if (!line().isEmpty()) {
        throw new IOException("the response has a broken chunk: it is longer than its size");
      }
    }
    while (!line().isEmpty()) {
      // Trailers do not count: no error of the contract has one.
    }
    return body.toByteArray();
  }

  private long chunkSize() throws IOException {
    Matcher line = CHUNK_LINE.matcher(line());
    if (!line.matches()) {
      throw new IOException("the response has a broken chunk: it does not begin with its size");
    }
    return Long.parseLong(line.group(1), 16);
  }

  private String line() throws IOException {
    return line(new StringBuilder());
  }

  /**
   * Reads a line.
   *
   * @param text all that is read is appended to it, also when this throws
   * @return the line without its end
   */
  private String line(StringBuilder text) throws IOException {
    int start = text.length();
    char last = 0;
    char next = character(text);
    while (next != '\n') {
      last = next;
      next = character(text);
    }
    if (last != '\r') {
      throw new NoHttpException(text.toString());
    }
    return text.substring(start, text.length() - 2);
  }

  private char character(StringBuilder text) throws IOException {
    int next = in.read();
    if (next < 0) {
      throw tooShort();
    }
    take(1);
    text.append((char) next);
    return (char) next;
  }

  private byte[] bytes(long count) throws IOException {
    take(count);
    byte[] bytes = in.readNBytes((int) count);
    if (bytes.length < count) {
      throw tooShort();
    }
    return bytes;
  }

  private void take(long count) throws IOException {
    if (count > left) {
      throw new IOException("the response is longer than " + maxBytes + " bytes");
    }
    left -= (int) count;
  }

  private static EOFException tooShort() {
    return new EOFException("the response ends too early");
  }
}

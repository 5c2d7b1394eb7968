package dev.erpsync.conformance.bench.hostile;

import static dev.erpsync.conformance.bench.hostile.Launch.STANDARD;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Requests that two readers may understand in two ways (RFC 9112, section 11.2). Each is followed
 * by another one on the same connection, whose response shows how the first was read.
 */
final class FramingAttacks {
  private static final Duration CLOSE = Duration.ofSeconds(2);
  private static final Set<Integer> REJECTED = Set.of(400, 414, 417, 431, 501, 505);

  /** After each shape; is reached only when the shape has ended where it should. */
  private static final String NEXT = Requests.head("GET /next", "X: y");

  private FramingAttacks() {}

  /**
   * One form.
   *
   * @param text the whole request
   * @param statuses of the responses when it is read and not rejected, the next request included;
   *     empty when it must be rejected
   */
  private record Shape(String name, String text, List<Integer> statuses) {}

  static List<Attack> all() {
    return List.of(
        new Attack(
            "smuggling",
            "%d requests whose length or lines can be read in two ways"
                .formatted(shapes("X: y").size()),
            "each rejected with close, or read in the only way there is",
            Bound.STANDARD,
            STANDARD,
            FramingAttacks::run));
  }

  private static Observed run(Target target) throws IOException {
    List<String> faults = new ArrayList<>();
    int rejected = 0;
    List<Shape> shapes = shapes(target.authorization());
    for (Shape shape : shapes) {
      List<Integer> statuses = new ArrayList<>();
      boolean closed = exchange(target, shape, statuses);
      boolean isRejected =
          closed
              && (statuses.isEmpty()
                  || (statuses.size() == 1 && REJECTED.contains(statuses.get(0))));
      rejected += isRejected ? 1 : 0;
      if (!isRejected && !(statuses.equals(shape.statuses) && !statuses.isEmpty())) {
        faults.add(shape.name + ": " + statuses + (closed ? "" : ", not closed"));
      }
    }
    return Observed.of(
        "%d rejected, %d read as one, %d neither"
            .formatted(rejected, shapes.size() - rejected - faults.size(), faults.size()),
        faults);
  }

  private static boolean exchange(Target target, Shape shape, List<Integer> statuses)
      throws IOException {
    try (Wire wire = new Wire(target.uri(), "127.0.0.1", CLOSE)) {
      wire.send(shape.text + NEXT);
      try {
        while (statuses.size() < 4) {
          statuses.add(wire.read().status());
        }
      } catch (SocketTimeoutException e) {
        return false;
      } catch (IOException | RuntimeException e) {
        return true;
      }
      return wire.closes(CLOSE);
    }
  }

  private static List<Shape> shapes(String authorization) {
    List<Shape> shapes = new ArrayList<>();
    String body = Requests.NO_LINK;
    String length = "Content-Length: " + body.length();
    String chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
    String te = "Transfer-Encoding: ";
    var post = new Posts(shapes, authorization);

    // Both, and several of one.
    post.bad("length and chunks", length + "\r\n" + te + "chunked", chunk);
    post.bad("chunks and length", te + "chunked\r\n" + length, chunk);
    post.bad("two lengths", length + "\r\nContent-Length: 1", body);
    post.bad("two lengths in a list", length + ", 1", body);
    post.either("the same length twice", length + "\r\n" + length, body);
    post.either("the same length twice in a list", length + ", " + body.length(), body);
    post.bad("chunked twice", te + "chunked\r\n" + te + "chunked", chunk);
    post.bad("chunked twice in a list", te + "chunked, chunked", chunk);
    post.bad("chunked, identity", te + "chunked, identity", chunk);
    post.bad("identity, chunked", te + "identity, chunked", chunk);
    post.bad("identity and length", te + "identity\r\n" + length, body);
    post.bad("unknown coding", te + "xchunked", chunk);
    post.bad("chunked after a vertical tab", te + "\u000bchunked", chunk);
    post.bad("chunked with a parameter", te + "chunked;a=b", chunk);
    post.bad("quoted chunked", te + "\"chunked\"", chunk);
    post.bad("empty coding and length", te + "\r\n" + length, body);
    post.bad(
        "length within Connection",
        "Connection: Content-Length\r\n" + te + "chunked\r\n" + length,
        chunk);
    post.either("CHUNKED", te + "CHUNKED", chunk);

    // Lines.
    post.bad("space before the colon of a coding", "Transfer-Encoding : chunked", chunk);
    post.bad("space before the colon of a length", "Content-Length : " + body.length(), body);
    post.bad("tab before the colon", "Content-Length\t: " + body.length(), body);
    post.bad("folded coding", "Transfer-Encoding:\r\n chunked", chunk);
    post.bad(
        "folded header with a coding", "X: y\r\n Transfer-Encoding: chunked\r\n" + length, body);
    post.bad("first header folded", " X: y\r\n" + length, body);
    post.bad("bare CR in a value", "X: a\rTransfer-Encoding: chunked\r\n" + length, body);
    post.either("bare LF after a value", "X: a\n" + length, body);
    post.bad("bare LF that hides a coding", "X: a\n" + te + "chunked\r\n" + length, body);
    post.bad("NUL in a value", "X: a\u0000b\r\n" + length, body);
    post.bad("NUL in a name", "X\u0000: a\r\n" + length, body);
    post.bad("NUL in a coding", te + "chunked\u0000", chunk);
    post.bad("control character in a name", "X\u0001Y: a\r\n" + length, body);
    post.bad("byte above ASCII in a name", "X\u00e9: a\r\n" + length, body);
    post.bad("no colon", "X\r\n" + length, body);
    post.bad("no name", ": a\r\n" + length, body);
    post.bad("two Hosts", "Host: other.example\r\n" + length, body);

    // Lengths.
    for (String value :
        new String[] {"+5", "-1", "0x5", "5 5", "5,6", "1e1", "5;a", "\u0000", "５", "", "1.0"}) {
      post.bad("length '" + value.replace('\u0000', '0') + "'", "Content-Length: " + value, body);
    }
    post.either("length with zeros", "Content-Length: 0000000" + body.length(), body);
    post.bad("length beyond 64 bits", "Content-Length: 18446744073709551617", body);

    // Chunks.
    String chunked = te + "chunked";
    String hex = Integer.toHexString(body.length());
    post.bad("negative chunk", chunked, "-" + chunk);
    post.bad("signed chunk", chunked, "+" + chunk);
    post.bad("prefixed chunk", chunked, "0x" + chunk);
    post.bad("no digits", chunked, "\r\n" + body + "\r\n0\r\n\r\n");
    post.bad("chunk size beyond 64 bits", chunked, "10000000000000002\r\n{}\r\n0\r\n\r\n");
    post.bad("chunk size beyond 32 bits", chunked, "100000002\r\n{}\r\n0\r\n\r\n");
    // Jetty accepts it. The length of the chunk still has only one end.
    post.either("no line end after a chunk", chunked, hex + "\r\n" + body + "0\r\n\r\n");
    post.bad("more after a chunk", chunked, hex + "\r\n" + body + "xx\r\n0\r\n\r\n");
    post.bad("bare CR after a chunk size", chunked, hex + "\r" + body + "\r\n0\r\n\r\n");
    post.bad("NUL after a chunk size", chunked, hex + "\u0000\r\n" + body + "\r\n0\r\n\r\n");
    post.either("bare LF after a chunk size", chunked, hex + "\n" + body + "\r\n0\r\n\r\n");
    post.either("bare LF at the end of chunks", chunked, hex + "\r\n" + body + "\n0\n\n");
    post.bad("bare LF in an extension", chunked, hex + ";\n" + body + "\r\n0\r\nxx\r\n\r\n");
    post.either("chunk size with zeros", chunked, "000" + chunk);
    post.either("blank after a chunk size", chunked, hex + " \r\n" + body + "\r\n0\r\n\r\n");
    post.either("extension", chunked, hex + ";a=b\r\n" + body + "\r\n0\r\n\r\n");
    post.either(
        "trailers with a length",
        chunked,
        hex + "\r\n" + body + "\r\n0\r\nContent-Length: 5\r\n\r\n");

    // First lines.
    first(shapes, "tab", "GET\t/api\tHTTP/1.1\r\nHost: localhost\r\n\r\n");
    first(shapes, "no version", "GET /api\r\n\r\n");
    first(shapes, "HTTP/1.2", "GET /api HTTP/1.2\r\nHost: localhost\r\n\r\n");
    first(shapes, "HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    first(shapes, "NUL in the path", "GET /a\u0000pi HTTP/1.1\r\nHost: localhost\r\n\r\n");
    first(shapes, "bare CR in the path", "GET /a\rpi HTTP/1.1\r\nHost: localhost\r\n\r\n");
    first(shapes, "no Host", "GET /api HTTP/1.1\r\n\r\n");
    first(shapes, "Host with a path", "GET /api HTTP/1.1\r\nHost: localhost/x\r\n\r\n");
    first(shapes, "Host with user", "GET /api HTTP/1.1\r\nHost: evil@localhost\r\n\r\n");
    first(shapes, "method with a colon", "GE:T /api HTTP/1.1\r\nHost: localhost\r\n\r\n");
    // RFC 9112, section 6.1: the connection has to end.
    shapes.add(
        new Shape(
            "HTTP/1.0 with chunks",
            "POST "
                + Requests.BREAK
                + " HTTP/1.0\r\nHost: localhost\r\n"
                + authorization
                + "\r\nContent-Type: application/json\r\n"
                + chunked
                + "\r\n\r\n"
                + chunk,
            List.of(200)));
    // RFC 9112, section 3: a server may be lenient about blanks.
    shapes.add(read("two blanks", "GET  /api HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    shapes.add(read("lower-case version", "GET /api http/1.1\r\nHost: localhost\r\n\r\n"));
    shapes.add(read("blank line first", "\r\nGET /api HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    shapes.add(
        read(
            "GET with a body",
            "GET /api HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nGET "));
    return shapes;
  }

  private static Shape read(String name, String text) {
    return new Shape(name, text, List.of(200, 404));
  }

  private static void first(List<Shape> shapes, String name, String text) {
    shapes.add(new Shape(name, text, List.of()));
  }

  /** Calls with headers and a body of their own. */
  private record Posts(List<Shape> shapes, String authorization) {
    void bad(String name, String headers, String body) {
      shapes.add(new Shape(name, text(headers, body), List.of()));
    }

    void either(String name, String headers, String body) {
      shapes.add(new Shape(name, text(headers, body), List.of(200, 404)));
    }

    private String text(String headers, String body) {
      return Requests.head(
              "POST " + Requests.BREAK, authorization, "Content-Type: application/json", headers)
          + body;
    }
  }
}

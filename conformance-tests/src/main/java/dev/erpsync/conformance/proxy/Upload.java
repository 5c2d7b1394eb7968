package dev.erpsync.conformance.proxy;

import com.sun.net.httpserver.HttpExchange;
import dev.erpsync.conformance.serve.Body;
import dev.erpsync.conformance.serve.Tap;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;

/** The body of a request on its way to the target: a short one at once, a long one as it comes. */
final class Upload {
  private static final long UNKNOWN = -1;

  private final BodyPublisher publisher;
  private final Tap tap;

  private Upload(BodyPublisher publisher, Tap tap) {
    this.publisher = publisher;
    this.tap = tap;
  }

  /**
   * Begins to read a body.
   *
   * @param maxBytes how much of it is kept
   * @throws IOException when the caller does not send what was announced
   */
  static Upload of(HttpExchange exchange, int maxBytes) throws IOException {
    var tap = new Tap(maxBytes);
    InputStream in = exchange.getRequestBody();
    byte[] start = in.readNBytes(maxBytes + 1);
    if (start.length <= maxBytes) {
      tap.flow(start, start.length);
      boolean none = start.length == 0 && !isAnnounced(exchange);
      return new Upload(none ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(start), tap);
    }
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(start), in);
    BodyPublisher streamed = BodyPublishers.ofInputStream(() -> new Tapped(all, tap));
    long length = length(exchange);
    return new Upload(
        length == UNKNOWN ? streamed : BodyPublishers.fromPublisher(streamed, length), tap);
  }

  BodyPublisher publisher() {
    return publisher;
  }

  /** What was sent so far. */
  Body body() {
    return tap.body();
  }

  private static boolean isAnnounced(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    return headers.containsKey("Content-Length") || headers.containsKey("Transfer-Encoding");
  }

  private static long length(HttpExchange exchange) {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    return length == null ? UNKNOWN : Long.parseLong(length.strip());
  }

  private static final class Tapped extends FilterInputStream {
    private final Tap tap;

    Tapped(InputStream in, Tap tap) {
      super(in);
      this.tap = tap;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      if (count > 0) {
        tap.flow(Arrays.copyOfRange(bytes, offset, offset + count), count);
      }
      return count;
    }
  }
}

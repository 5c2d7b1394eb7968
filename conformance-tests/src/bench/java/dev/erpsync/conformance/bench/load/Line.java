package dev.erpsync.conformance.bench.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One connection that is kept open, and does one call at a time: a client that costs little beside
 * the server that is measured. Reads no other answers than those with a length. Not thread-safe.
 */
public final class Line implements AutoCloseable {
  /** The documented user. */
  public static final String AUTHORIZATION = "Basic dGplMDpUamUw";

  private final Socket socket = new Socket();
  private final String host;
  private final InputStream in;

  /**
   * @param timeout how long an answer is waited for; after that the line cannot be used any more
   */
  public Line(URI server, Duration timeout) throws IOException {
    host = server.getHost() + ":" + server.getPort();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    in = new BufferedInputStream(socket.getInputStream());
  }

  public Answer send(Call call) throws IOException {
    byte[] head =
        """
        POST %s HTTP/1.1\r
        Host: %s\r
        Authorization: %s\r
        Content-Type: application/json\r
        Accept: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(call.path(), host, AUTHORIZATION, call.body().length)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[head.length + call.body().length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(call.body(), 0, request, head.length, call.body().length);
    socket.getOutputStream().write(request);
    return answer();
  }

  private Answer answer() throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    boolean retryAfter = false;
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      } else if (lower.startsWith("retry-after:")) {
        retryAfter = true;
      } else if (lower.startsWith("transfer-encoding:")) {
        throw new IOException("an answer without a length");
      }
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("half an answer");
    }
    return new Answer(status, retryAfter, new String(body, StandardCharsets.UTF_8));
  }

  private String line() throws IOException {
    var text = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server has hung up");
      }
      if (c != '\r') {
        text.append((char) c);
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

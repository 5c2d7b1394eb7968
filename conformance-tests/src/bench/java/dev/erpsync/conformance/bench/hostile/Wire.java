package dev.erpsync.conformance.bench.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection on which anything can be sent. Sending and closing may be done by two threads. */
final class Wire implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int SEND_BUFFER = 64 << 10;

  private final Socket socket = new Socket();
  private final InputStream in;

  /** Connects from any address. */
  Wire(URI server) throws IOException {
    this(server, "127.0.0.1", PATIENCE);
  }

  /**
   * Connects.
   *
   * @param from the client's address, one of loopback
   * @param timeout for the connection and for each read
   */
  Wire(URI server, String from, Duration timeout) throws IOException {
    int millis = Math.toIntExact(timeout.toMillis());
    socket.setTcpNoDelay(true);
    // So that what a server does not read is soon noticed.
    socket.setSendBufferSize(SEND_BUFFER);
    socket.setSoTimeout(millis);
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), millis);
    in = new BufferedInputStream(socket.getInputStream());
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  void send(String text) throws IOException {
    send(Requests.bytes(text));
  }

  /** Sends, and reads the response, also one that comes before all has been sent. */
  Response exchange(byte[] request) throws IOException {
    try {
      send(request);
    } catch (SocketException e) {
      return read();
    }
    return read();
  }

  /** Reads a response; what has no length and no chunks ends with the connection. */
  Response read() throws IOException {
    var head = new StringBuilder(line());
    int status = Integer.parseInt(head.substring(9, 12));
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.append('\n').append(line);
    }
    var response = new Response(status, head.toString(), new byte[0]);
    return new Response(status, response.head(), body(response));
  }

  private byte[] body(Response response) throws IOException {
    if (response.status() < 200 || response.status() == 204) {
      return new byte[0];
    }
    if (response.header("Transfer-Encoding").isPresent()) {
      return chunks();
    }
    if (response.header("Content-Length").isPresent()) {
      return exactly(Integer.parseInt(response.header("Content-Length").get()));
    }
    return in.readAllBytes();
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (int size = size(); size > 0; size = size()) {
      body.write(exactly(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int size() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("half a response");
    }
    return bytes;
  }

  private String line() throws IOException {
    var text = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("closed");
      }
      if (c != '\r') {
        text.write(c);
      }
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /** Whether the server closes within a time, without a further byte. */
  boolean closes(Duration within) {
    try {
      socket.setSoTimeout(Math.toIntExact(within.toMillis()));
      return in.read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Whether something has come, or the connection has ended. Does not wait. */
  boolean hasEnded() {
    try {
      socket.setSoTimeout(1);
      in.mark(1);
      in.read();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Closes with a reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

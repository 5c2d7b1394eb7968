package dev.erpsync.conformance.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ServerSocketFactory;

/** Says the same to whoever connects, whatever they ask, and hangs up when it is told to. */
public final class RawServer implements AutoCloseable {
  private final ServerSocket socket;
  private final String scheme;

  private RawServer(String scheme, ServerSocket socket) {
    this.scheme = scheme;
    this.socket = socket;
  }

  /** One without TLS, on a free port. */
  public static RawServer saying(String answer, boolean hangsUp) throws IOException {
    return over("http", ServerSocketFactory.getDefault(), answer, hangsUp);
  }

  /** One on sockets of these. */
  public static RawServer over(
      String scheme, ServerSocketFactory sockets, String answer, boolean hangsUp)
      throws IOException {
    var server =
        new RawServer(scheme, sockets.createServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    var thread = new Thread(() -> server.serve(answer, hangsUp));
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  public URI uri() {
    return URI.create(scheme + "://localhost:" + socket.getLocalPort());
  }

  private void serve(String answer, boolean hangsUp) {
    try {
      while (!socket.isClosed()) {
        Socket caller = socket.accept();
        byte[] head = new byte[1 << 16];
        if (caller.getInputStream().read(head) >= 0) {
          caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
          caller.getOutputStream().flush();
        }
        if (hangsUp) {
          // Closing with something unread resets the connection, and the answer is lost.
          caller.shutdownOutput();
          caller.getInputStream().readAllBytes();
          caller.close();
        }
      }
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

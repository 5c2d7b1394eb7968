package dev.erpsync.conformance.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers {@code true} to whatever comes in one piece, and does nothing. */
final class NothingServer implements AutoCloseable {
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\ntrue"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  NothingServer() throws IOException {
    socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = socket.accept();
        threads.execute(() -> answer(caller));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private static void answer(Socket caller) {
    byte[] request = new byte[4096];
    try (caller) {
      caller.setTcpNoDelay(true);
      InputStream in = caller.getInputStream();
      while (in.read(request) > 0) {
        caller.getOutputStream().write(ANSWER);
      }
    } catch (IOException e) {
      // The caller has gone.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}

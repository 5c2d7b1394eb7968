package dev.erpsync.conformance.lies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** Between kit and honest server, on loopback; says what the current teller makes of the truth. */
final class LyingProxy implements AutoCloseable {
  private final ServerSocket socket;
  private final Upstream honest;
  private volatile Teller teller = Teller.honest();

  LyingProxy(URI honest) throws IOException {
    this.honest = new Upstream(honest);
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var accepting = new Thread(this::accept);
    accepting.setDaemon(true);
    accepting.start();
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** From now on this one answers. */
  void tell(Teller other) {
    teller = other;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket kit = socket.accept();
        var serving = new Thread(() -> serve(kit));
        serving.setDaemon(true);
        serving.start();
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket kit) {
    Teller current = teller;
    try (kit) {
      byte[] said =
          current.isRaw()
              ? current.tell(honest.pass(kit.getInputStream()))
              : current.tell(Message.request(kit.getInputStream()), honest);
      kit.getOutputStream().write(said);
      kit.getOutputStream().flush();
      // Closing with something unread resets the connection, and the answer is lost.
      kit.shutdownOutput();
      kit.getInputStream().readAllBytes();
    } catch (IOException e) {
      // The kit hung up; what it makes of that is its verdict.
    } catch (RuntimeException e) {
      current.failed(e);
    }
  }
}

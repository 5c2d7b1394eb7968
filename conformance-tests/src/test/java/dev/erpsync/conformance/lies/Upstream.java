package dev.erpsync.conformance.lies;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;

/** The honest server, over sockets: what it is sent and what it answers stays byte by byte. */
final class Upstream {
  private final URI baseUrl;

  Upstream(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** Makes a call on a connection of its own. */
  Message send(Message asked) throws IOException {
    try (Socket server = connect()) {
      write(server.getOutputStream(), asked.with("Connection", "close").bytes());
      return Message.answer(all(server.getInputStream()));
    }
  }

  /** Passes on whatever a caller sends, and returns the answer, which ends with the connection. */
  Message pass(InputStream caller) throws IOException {
    try (Socket server = connect()) {
      var copying = new Thread(() -> copy(caller, server));
      copying.setDaemon(true);
      copying.start();
      return Message.answer(all(server.getInputStream()));
    }
  }

  private Socket connect() throws IOException {
    return new Socket(baseUrl.getHost(), baseUrl.getPort());
  }

  private static void copy(InputStream caller, Socket server) {
    byte[] buffer = new byte[8192];
    try {
      for (int n = caller.read(buffer); n >= 0; n = caller.read(buffer)) {
        if (!server.isClosed()) {
          write(server.getOutputStream(), buffer, n);
        }
      }
    } catch (IOException e) {
      // The caller has its answer, and hung up.
    }
  }

  private static void write(OutputStream out, byte[] bytes) {
    write(out, bytes, bytes.length);
  }

  /** A server may answer, and hang up, before it has read all. */
  private static void write(OutputStream out, byte[] bytes, int count) {
    try {
      out.write(bytes, 0, count);
      out.flush();
    } catch (IOException e) {
      // What it answered is still to be read.
    }
  }

  private static byte[] all(InputStream in) {
    var bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // Reset after the answer, for what it has not read.
    }
    return bytes.toByteArray();
  }
}

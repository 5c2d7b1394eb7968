package dev.erpsync.conformance.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps every byte of the requests that come, gives each the same bytes, and hangs up. */
final class RecordingTarget implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

  private final ServerSocket socket;
  private final byte[] answer;
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

  RecordingTarget(String answer) throws IOException {
    this.answer = answer.getBytes(StandardCharsets.ISO_8859_1);
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** Head and body as they came, one character a byte. */
  String request() throws InterruptedException {
    return requests.take();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    try {
      while (!socket.isClosed()) {
        try (Socket caller = socket.accept()) {
          requests.add(read(caller.getInputStream()));
          caller.getOutputStream().write(answer);
          caller.getOutputStream().flush();
        }
      }
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String read(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    String text = "";
    while (!isWhole(text)) {
      var buffer = new byte[1 << 16];
      int count = in.read(buffer);
      if (count < 0) {
        break;
      }
      bytes.write(buffer, 0, count);
      text = bytes.toString(StandardCharsets.ISO_8859_1);
    }
    return text;
  }

  private static boolean isWhole(String text) {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    if (text.substring(0, end).toLowerCase(Locale.ROOT).contains("chunked")) {
      return text.endsWith("\r\n0\r\n\r\n");
    }
    Matcher length = LENGTH.matcher(text.substring(0, end + 2));
    return !length.find() || text.length() >= end + 4 + Integer.parseInt(length.group(1));
  }
}

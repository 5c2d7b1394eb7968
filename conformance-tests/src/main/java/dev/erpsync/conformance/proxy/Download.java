package dev.erpsync.conformance.proxy;

import com.sun.net.httpserver.HttpExchange;
import dev.erpsync.conformance.serve.Tap;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** An answer on its way back to the caller, as it comes. */
final class Download {
  private static final String LENGTH = "Content-Length";

  private Download() {}

  /**
   * Sends an answer on, and ends the exchange.
   *
   * @param timeout how long the whole of it may take
   * @throws BrokenAnswerException when the target does not send all of it; the caller's connection
   *     has to be ended, so that what came is not taken for all
   * @throws IOException when the caller does not take it
   */
  static void pass(
      HttpResponse<InputStream> answer, HttpExchange exchange, Tap tap, Duration timeout)
      throws IOException {
    Map<String, List<String>> headers = HopByHop.without(answer.headers().map());
    headers.forEach(
        (name, values) -> values.forEach(v -> exchange.getResponseHeaders().add(name, v)));
    int status = answer.statusCode();
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || status == 204 || status == 304;
    long length = answer.headers().firstValueAsLong(LENGTH).orElse(-1);
    // To the server, -1 is no body, and 0 one of unknown length.
    exchange.sendResponseHeaders(status, bodiless || length == 0 ? -1 : Math.max(length, 0));
    try (InputStream in = answer.body()) {
      Executor late = CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      var alarm = CompletableFuture.runAsync(() -> close(in), late);
      try {
        copy(in, exchange.getResponseBody(), tap, length < 0);
      } finally {
        alarm.cancel(false);
      }
    }
    if (!bodiless && length > tap.body().length()) {
      throw new BrokenAnswerException();
    }
    exchange.close();
  }

  private static void copy(InputStream in, OutputStream out, Tap tap, boolean flush)
      throws IOException {
    var buffer = new byte[16384];
    for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
      tap.flow(buffer, count);
      out.write(buffer, 0, count);
      if (flush) {
        out.flush();
      }
    }
  }

  private static int read(InputStream in, byte[] buffer) throws BrokenAnswerException {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw new BrokenAnswerException();
    }
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // It is of no use any more.
    }
  }
}

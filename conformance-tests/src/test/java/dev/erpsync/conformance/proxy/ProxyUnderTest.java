package dev.erpsync.conformance.proxy;

import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.report.Replayed;
import dev.erpsync.conformance.serve.Bodies;
import dev.erpsync.conformance.serve.LocalServer;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** A proxy on a free port, and what it says of what passes. */
public final class ProxyUnderTest implements AutoCloseable {
  private final BlockingQueue<Replayed> told = new LinkedBlockingQueue<>();
  private final LocalServer server;

  private ProxyUnderTest(ProxySettings settings, SSLContext tls) throws IOException {
    var proxy = new CheckingProxy(Contract.erpSync(), settings, tls, told::add);
    server = LocalServer.start("127.0.0.1", 0, proxy, proxy);
  }

  public static ProxyUnderTest before(URI target) throws Exception {
    return new ProxyUnderTest(settings(target, 1 << 20), SSLContext.getDefault());
  }

  static ProxyUnderTest before(ProxySettings settings, SSLContext tls) throws IOException {
    return new ProxyUnderTest(settings, tls);
  }

  static ProxySettings settings(URI target, int maxBytes) {
    return new ProxySettings(target, Bodies.REDACTED, maxBytes, Duration.ofSeconds(30));
  }

  public URI uri() {
    return server.uri();
  }

  /** The next thing that is told; it comes after the answer. */
  public Replayed next() {
    try {
      Replayed next = told.poll(30, TimeUnit.SECONDS);
      if (next == null) {
        throw new IllegalStateException("nothing was told");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The next verdict as a word, with the places of its differences. */
  List<String> nextPlaces() {
    Verdict verdict = next().verdict();
    return verdict instanceof Verdict.Failed failed
        ? failed.differences().stream().map(Difference::where).toList()
        : List.of(verdict instanceof Verdict.Passed ? "passed" : "skipped");
  }

  @Override
  public void close() {
    server.close();
  }
}

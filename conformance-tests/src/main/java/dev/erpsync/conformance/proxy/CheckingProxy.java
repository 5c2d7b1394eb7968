package dev.erpsync.conformance.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.erpsync.conformance.report.Replayed;
import dev.erpsync.conformance.serve.Body;
import dev.erpsync.conformance.serve.ErrorAnswers;
import dev.erpsync.conformance.serve.Incoming;
import dev.erpsync.conformance.serve.Passed;
import dev.erpsync.conformance.serve.Tap;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * Sends every request on as it came, and every answer back as it came, and judges both when the
 * caller has its answer. Thread-safe.
 */
public final class CheckingProxy implements HttpHandler {
  private static final int MALFORMED = 400;
  private static final int NO_ANSWER = 502;
  private static final int LATE = 504;

  private final ProxySettings settings;
  private final Forwarder forwarder;
  private final ErrorAnswers errors;
  private final Judge judge;
  private final Consumer<Replayed> told;

  /**
   * A proxy.
   *
   * @param tls whom to trust, where the target is https
   * @param told is told what came of every exchange, by several threads at once
   */
  public CheckingProxy(
      Contract contract, ProxySettings settings, SSLContext tls, Consumer<Replayed> told) {
    this(contract, settings, tls, told, Listener.NONE);
  }

  /**
   * As above.
   *
   * @param listener receives the exchanges themselves
   */
  public CheckingProxy(
      Contract contract,
      ProxySettings settings,
      SSLContext tls,
      Consumer<Replayed> told,
      Listener listener) {
    this.settings = settings;
    this.forwarder = new Forwarder(settings.target(), settings.timeout(), tls);
    this.errors = new ErrorAnswers(contract);
    this.judge = new Judge(contract, settings, listener);
    this.told = told;
  }

  /** Whether an exchange was of an operation of the contract. */
  public static boolean isOfContract(Replayed replayed) {
    return !replayed.source().operation().equals(Judge.OTHER);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    long begin = System.nanoTime();
    Upload upload = Upload.of(exchange, settings.maxBytes());
    long number = judge.number(Incoming.of(exchange));
    HttpResponse<InputStream> answer;
    try {
      answer = forwarder.send(exchange, upload.publisher());
    } catch (IllegalArgumentException e) {
      String why = "the proxy cannot forward the request unchanged";
      errors.send(exchange, MALFORMED, "", why + ": " + e.getMessage());
      told.accept(judge.unjudged(number, unanswered(exchange, upload), why, since(begin)));
      return;
    } catch (HttpTimeoutException e) {
      refuse(exchange, LATE, "The target did not answer in time.");
      told.accept(
          judge.unanswered(number, unanswered(exchange, upload), "none in time", since(begin)));
      return;
    } catch (IOException e) {
      refuse(exchange, NO_ANSWER, "The target does not answer.");
      told.accept(judge.unanswered(number, unanswered(exchange, upload), "none", since(begin)));
      return;
    }
    pass(number, exchange, upload, answer, begin);
  }

  private void pass(
      long number,
      HttpExchange exchange,
      Upload upload,
      HttpResponse<InputStream> answer,
      long begin)
      throws IOException {
    var tap = new Tap(settings.maxBytes());
    try {
      Download.pass(answer, exchange, tap, settings.timeout());
    } catch (BrokenAnswerException e) {
      Passed broken = passed(exchange, upload, answer, tap);
      told.accept(judge.unanswered(number, broken, "one that ends too early", since(begin)));
      throw e;
    } catch (IOException e) {
      Passed left = passed(exchange, upload, answer, tap);
      told.accept(judge.unjudged(number, left, "the caller did not take the answer", since(begin)));
      throw e;
    }
    told.accept(judge.judge(number, passed(exchange, upload, answer, tap), since(begin)));
  }

  private static Passed passed(
      HttpExchange exchange, Upload upload, HttpResponse<InputStream> answer, Tap tap) {
    return new Passed(
        Incoming.of(exchange, upload.body()),
        upload.body(),
        answer.statusCode(),
        answer.headers().map(),
        tap.body());
  }

  private void refuse(HttpExchange exchange, int status, String message) throws IOException {
    errors.send(exchange, status, "SoException", message);
  }

  private static Passed unanswered(HttpExchange exchange, Upload upload) {
    Body sent = upload.body();
    return new Passed(Incoming.of(exchange, sent), sent, 0, Map.of(), Body.NONE);
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}

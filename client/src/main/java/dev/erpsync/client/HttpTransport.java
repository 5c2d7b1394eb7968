package dev.erpsync.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Speaks HTTP/1.1 and JSON with one installation. Thread-safe. */
final class HttpTransport implements Transport {
  /** As in the documented samples, to the letter. */
  private static final String JSON = "application/json; charset=utf-8";

  private static final int MAX_ANSWER_BYTES = 16 << 20;

  private final HttpClient http;
  private final String base;
  private final Optional<Credentials> credentials;
  private final RequestOptions defaults;
  private final Duration timeout;

  /**
   * @param base address of the installation, without a slash at its end
   * @param defaults what holds where a call's own options say nothing
   * @param timeout longest time from the start of a call to the last byte of its answer
   */
  HttpTransport(
      HttpClient http,
      String base,
      Optional<Credentials> credentials,
      RequestOptions defaults,
      Duration timeout) {
    this.http = http;
    this.base = base;
    this.credentials = credentials;
    this.defaults = defaults;
    this.timeout = timeout;
  }

  @Override
  public void send(Call call) {
    HttpResponse<byte[]> response = exchange(call);
    refuse(call, response, AnswerCheck.ofNothing(call, response));
  }

  @Override
  public <T> T send(Call call, TypeReference<T> answer) {
    HttpResponse<byte[]> response = exchange(call);
    refuse(call, response, AnswerCheck.ofJson(call, response));
    try {
      return Json.read(response.body(), answer);
    } catch (IOException e) {
      // The reader quotes, also cut off; so it is asked again, about the masked text.
      String body = Secrets.of(response.request()).maskedBody(text(response));
      String why = Json.misfit(body, answer);
      throw ErpSyncException.unreadable(call, response.statusCode(), why, body);
    }
  }

  private static void refuse(Call call, HttpResponse<byte[]> response, Optional<String> misfit) {
    if (misfit.isPresent()) {
      Secrets secrets = Secrets.of(response.request());
      String body = secrets.maskedBody(text(response));
      throw ErpSyncException.unreadable(
          call, response.statusCode(), secrets.masked(misfit.get()), body);
    }
  }

  private HttpResponse<byte[]> exchange(Call call) {
    HttpResponse<byte[]> response = await(call, request(call));
    if (response.statusCode() / 100 != 2) {
      throw ErpSyncException.refused(
          call, response.statusCode(), text(response), Secrets.of(response.request()));
    }
    return response;
  }

  private HttpRequest request(Call call) {
    RequestOptions options = call.options().over(defaults);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(call, options));
    request.header("Accept", JSON);
    options.headers().forEach(request::header);
    credentials.ifPresent(who -> request.header("Authorization", authorization(call, who)));
    if (call.body().isEmpty()) {
      return request.method(call.method(), BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", JSON)
        .method(call.method(), BodyPublishers.ofByteArray(Json.write(call.body().get())))
        .build();
  }

  private static String authorization(Call call, Credentials who) {
    try {
      return HeaderText.checked("Authorization", who.authorization());
    } catch (RuntimeException e) {
      throw ErpSyncException.unanswered(call, "no credentials", e);
    }
  }

  private URI uri(Call call, RequestOptions options) {
    Map<String, Object> query = new LinkedHashMap<>(call.query());
    query.putAll(options.query());
    String parameters =
        query.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue().toString()))
            .collect(Collectors.joining("&"));
    return URI.create(base + call.path() + (parameters.isEmpty() ? "" : "?" + parameters));
  }

  /** Percent-encoded (RFC 3986); comma and slash stay readable, as a query allows. */
  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8)
        .replace("+", "%20")
        .replace("%2C", ",")
        .replace("%2F", "/");
  }

  /**
   * Waits for the whole answer. The timeout of a java.net.http request ends with the headers, and
   * would let a body drip forever.
   */
  private HttpResponse<byte[]> await(Call call, HttpRequest request) {
    Future<HttpResponse<byte[]>> answer =
        http.sendAsync(request, head -> new BoundedBody(MAX_ANSWER_BYTES));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.cancel(true);
      throw ErpSyncException.unanswered(call, "interrupted", e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw ErpSyncException.unanswered(call, "no answer from " + base + " in " + timeout, e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (String.valueOf(cause.getMessage()).endsWith("with 204 response")) {
        // java.net.http reads no body there and says so by this text only.
        throw ErpSyncException.unreadable(call, 204, "an unasked body", "");
      }
      throw ErpSyncException.unanswered(call, "no answer from " + base + ": " + cause, cause);
    }
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }
}

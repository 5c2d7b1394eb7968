package dev.erpsync.client;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Makes single attempts, in HTTP/1.1 and JSON, at one installation. Thread-safe. */
final class Wire {
  /** As in the documented samples, to the letter. */
  private static final String JSON = "application/json; charset=utf-8";

  private static final int MAX_ANSWER_BYTES = 16 << 20;

  private final HttpClient http;
  private final String base;
  private final Optional<Credentials> credentials;

  /**
   * @param base address of the installation, without a slash at its end
   */
  Wire(HttpClient http, String base, Optional<Credentials> credentials) {
    this.http = http;
    this.base = base;
    this.credentials = credentials;
  }

  /**
   * Begins an attempt. What goes wrong is a reply too; a cancelled attempt ends its connection.
   *
   * @param limit longest time up to the last byte of the answer
   * @throws IllegalArgumentException if the body cannot be written as JSON
   */
  CompletableFuture<Reply> begin(Call call, int attempt, Duration limit) {
    String authorization;
    try {
      authorization = credentials.map(Wire::authorization).orElse("");
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(
          new Reply.None(attempt, "no credentials", e, false, false));
    }
    return exchange(request(call, authorization), attempt, limit);
  }

  /**
   * The timeout of a java.net.http request ends with the headers, and would let a body drip
   * forever; so the time is kept here.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // What fails is in the reply.
  private CompletableFuture<Reply> exchange(HttpRequest request, int attempt, Duration limit) {
    var answer = http.sendAsync(request, head -> new BoundedBody(MAX_ANSWER_BYTES));
    CompletableFuture<Reply> ended =
        answer.handle(
            (response, failure) ->
                failure == null
                    ? reply(attempt, response)
                    : NoAnswer.because(attempt, base, failure));
    String late = "no answer from " + base + " in " + limit;
    ended.completeOnTimeout(
        new Reply.None(attempt, late, new TimeoutException(late), true, true),
        limit.toMillis(),
        TimeUnit.MILLISECONDS);
    // Away from the one thread that keeps the time of the whole program: callers go on from here.
    var reply = ended.thenApplyAsync(same -> same);
    reply.whenComplete((done, cancelled) -> answer.cancel(true));
    return reply;
  }

  private static Reply reply(int attempt, HttpResponse<byte[]> response) {
    return new Reply.Answer(
        attempt,
        response.statusCode(),
        response.headers().map(),
        response.body(),
        Secrets.of(response.request()));
  }

  private HttpRequest request(Call call, String authorization) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(call));
    request.header("Accept", JSON);
    call.options().headers().forEach(request::header);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    if (call.body().isEmpty()) {
      return request.method(call.method(), BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", JSON)
        .method(call.method(), BodyPublishers.ofByteArray(Json.write(call.body().get())))
        .build();
  }

  private static String authorization(Credentials who) {
    return HeaderText.checked("Authorization", who.authorization());
  }

  private URI uri(Call call) {
    Map<String, Object> query = new LinkedHashMap<>(call.query());
    query.putAll(call.options().query());
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
}

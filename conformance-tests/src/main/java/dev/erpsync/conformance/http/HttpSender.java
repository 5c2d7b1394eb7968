package dev.erpsync.conformance.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends over HTTP/1.1, following no redirect: what a target answers is what is judged. */
public final class HttpSender implements Sender {
  private static final int MAX_BODY_BYTES = 16 << 20;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final URI baseUrl;

  /**
   * A sender to one target.
   *
   * @param baseUrl where the root of the target is; may have a path
   */
  public HttpSender(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  @Override
  public Response send(Request request) throws IOException {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(uri(request))
            .timeout(TIMEOUT)
            .method(request.method(), body(request));
    request.headers().forEach(http::header);
    try {
      HttpResponse<InputStream> answer = client.send(http.build(), BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        byte[] bytes = in.readNBytes(MAX_BODY_BYTES + 1);
        if (bytes.length > MAX_BODY_BYTES) {
          throw new IOException("the answer is longer than " + MAX_BODY_BYTES + " bytes");
        }
        return new Response(
            answer.statusCode(),
            answer.headers().firstValue("Content-Type"),
            new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private URI uri(Request request) {
    String root = baseUrl.toString().replaceFirst("/+$", "");
    return URI.create(
        root + request.path() + (request.query().isEmpty() ? "" : "?" + request.query()));
  }

  private static BodyPublisher body(Request request) {
    return request
        .body()
        .map(JsonNode::toPrettyString)
        .map(BodyPublishers::ofString)
        .orElseGet(BodyPublishers::noBody);
  }
}

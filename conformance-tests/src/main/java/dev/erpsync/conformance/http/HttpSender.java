package dev.erpsync.conformance.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;

/** Sends over HTTP/1.1, following no redirect: what a target answers is what is judged. */
public final class HttpSender implements Sender {
  private static final int MAX_BODY_BYTES = 16 << 20;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient client;
  private final URI baseUrl;
  private final Duration timeout;
  private final RawSender raw;

  /**
   * A sender to one target.
   *
   * @param baseUrl where the root of the target is; may have a path
   */
  public HttpSender(URI baseUrl) {
    this(baseUrl, TIMEOUT);
  }

  HttpSender(URI baseUrl, Duration timeout) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
    this.baseUrl = baseUrl;
    this.timeout = timeout;
    this.raw = new RawSender(baseUrl, (SSLSocketFactory) SSLSocketFactory.getDefault(), timeout);
  }

  @Override
  public Response send(Request request) throws IOException {
    HttpRequest http = http(request);
    if (request.method().equals("HEAD")) {
      return raw.head(request);
    }
    HttpResponse<byte[]> answer = await(client.sendAsync(http, unused -> body()));
    // A decoder reports what is no UTF-8; a String would replace it without a word.
    CharSequence text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(answer.body()));
    return new Response(answer.statusCode(), answer.headers().map(), text.toString());
  }

  private HttpRequest http(Request request) throws UnsendableException {
    try {
      HttpRequest.Builder http =
          HttpRequest.newBuilder(uri(request)).method(request.method(), body(request));
      request.headers().forEach(http::header);
      return http.build();
    } catch (IllegalArgumentException e) {
      throw new UnsendableException(e);
    }
  }

  /** The client's own timeout ends with the headers; this one holds for the whole answer. */
  private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer)
      throws IOException {
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException("no whole answer within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private static BoundedBody body() {
    return new BoundedBody(MAX_BODY_BYTES);
  }

  private URI uri(Request request) {
    String root = baseUrl.toString().replaceFirst("/+$", "");
    return URI.create(
        root + request.path() + (request.query().isEmpty() ? "" : "?" + request.query()));
  }

  private static BodyPublisher body(Request request) {
    return request
        .content()
        .map(content -> BodyPublishers.ofByteArray(content.bytes()))
        .orElseGet(BodyPublishers::noBody);
  }
}

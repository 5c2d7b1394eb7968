package dev.erpsync.server.http.container;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.server.http.error.ErrorMapper;
import dev.erpsync.server.http.error.ProblemTable;
import dev.erpsync.server.http.response.HeadersStep;
import dev.erpsync.server.http.response.XmlResponseWriter;
import dev.erpsync.server.http.routing.ResponseFormats;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * The documented error body, in the negotiated format, for what never reaches Jersey: a bad request
 * line, headers that are too large, a head that does not come. (D5, D6)
 */
public final class ContainerErrors extends ErrorHandler {
  private final ObjectMapper mapper;
  private final ResponseFormats formats;
  private final XmlResponseWriter xml;

  /**
   * @param formats how the answer's format is chosen
   * @param xml writes those that are XML
   */
  public ContainerErrors(ObjectMapper mapper, ResponseFormats formats, XmlResponseWriter xml) {
    this.mapper = mapper;
    this.formats = formats;
    this.xml = xml;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (response.getStatus() == HttpStatus.UPGRADE_REQUIRED_426) {
      // Jetty's status for HTTP/2 where only HTTP/1 is served; it needs an Upgrade header.
      response.setStatus(HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505);
    }
    MediaType type = format(request);
    Object answer = answer(response.getStatus(), request.getAttribute(ERROR_MESSAGE));
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, type.withCharset("utf-8").toString())
        // Where one request ends and the next begins is no longer known.
        .put(HttpHeader.CONNECTION, "close")
        .put(HeadersStep.REQUEST_ID, UUID.randomUUID().toString());
    HeadersStep.ALWAYS.forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(bytes(type, answer)), callback);
    return true;
  }

  /**
   * The whole response to a head that does not arrive in time. Nothing is known of its request, so
   * it is JSON.
   */
  ByteBuffer lateHead() {
    byte[] body = json(answer(408, "Request line and headers did not come in time"));
    HttpFields.Mutable headers =
        HttpFields.build()
            .put(HttpHeader.DATE, DateGenerator.formatDate(Instant.now()))
            .put(HttpHeader.CONTENT_TYPE, "application/json;charset=utf-8")
            .put(HttpHeader.CONNECTION, "close")
            .put(HttpHeader.CONTENT_LENGTH, body.length)
            .put(HeadersStep.REQUEST_ID, UUID.randomUUID().toString());
    HeadersStep.ALWAYS.forEach(headers::put);
    String head = "HTTP/1.1 408 Request Timeout\r\n" + headers.asString();
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(start.length + body.length).put(start).put(body).flip();
  }

  /** The format that a head asks for, where it could be parsed. */
  private MediaType format(Request request) {
    return formats.choose(
        header(request, HttpHeader.ACCEPT), header(request, HttpHeader.CONTENT_TYPE));
  }

  private static Optional<String> header(Request request, HttpHeader name) {
    return Optional.ofNullable(request.getHeaders().getField(name)).map(HttpField::getValue);
  }

  private byte[] bytes(MediaType type, Object answer) throws IOException {
    return type.getSubtype().equals("xml") ? xml.bytes(answer) : json(answer);
  }

  private byte[] json(Object answer) {
    try {
      return mapper.writeValueAsBytes(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an error body cannot be written", e);
    }
  }

  private static Object answer(int status, Object reason) {
    String message =
        status == 500 || reason == null ? "HTTP " + status + "." : reason.toString() + ".";
    return status == 400
        ? ErrorMapper.malformed("request line or headers: " + message)
        : ProblemTable.of(status).body(message);
  }
}

package dev.erpsync.server.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * The documented error body, in the negotiated format, for what never reaches Jersey: a bad request
 * line, headers that are too large, a head that does not come. (D5, D6)
 */
final class ContainerErrors extends ErrorHandler {
  private final ObjectMapper mapper;
  private final AnswerFormats formats;
  private final XmlAnswerWriter xml;

  /**
   * @param formats how the answer's format is chosen
   * @param xml writes those that are XML
   */
  ContainerErrors(ObjectMapper mapper, AnswerFormats formats, XmlAnswerWriter xml) {
    this.mapper = mapper;
    this.formats = formats;
    this.xml = xml;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    MediaType type = format(request);
    Object answer = answer(response.getStatus(), request.getAttribute(ERROR_MESSAGE));
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, type.withCharset("utf-8").toString())
        // Where one request ends and the next begins is no longer known.
        .put(HttpHeader.CONNECTION, "close")
        .put(RequestIdFilter.HEADER, UUID.randomUUID().toString());
    ResponseHeadersFilter.ALWAYS.forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(bytes(type, answer)), callback);
    return true;
  }

  private MediaType format(Request request) {
    if (request.getConnectionMetaData().getConnection() instanceof BoundedConnection connection) {
      return formats.choose(connection.heard().accept(), connection.heard().contentType());
    }
    return formats.choose(header(request, HttpHeader.ACCEPT), Optional.empty());
  }

  private static Optional<String> header(Request request, HttpHeader name) {
    return Optional.ofNullable(request.getHeaders().getField(name)).map(HttpField::getValue);
  }

  private byte[] bytes(MediaType type, Object answer) throws IOException {
    return type.getSubtype().equals("xml") ? xml.bytes(answer) : mapper.writeValueAsBytes(answer);
  }

  private static Object answer(int status, Object reason) {
    String message =
        status == 500 || reason == null ? "HTTP " + status + "." : reason.toString() + ".";
    return status == 400
        ? ErrorMapper.malformed("request line or headers: " + message)
        : ProblemTable.of(status).body(message);
  }
}

package dev.erpsync.server.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * The documented error body for what never reaches Jersey: a bad request line, headers that are too
 * large. (D5)
 */
final class ContainerErrors extends ErrorHandler {
  private final ObjectMapper mapper;

  ContainerErrors(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    int status = response.getStatus();
    byte[] body = mapper.writeValueAsBytes(body(status, message(request, status)));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private static Object body(int status, String message) {
    return status == 400
        ? ErrorMapper.malformed("request line or headers: " + message)
        : ProblemTable.of(status).body(message);
  }

  private static String message(Request request, int status) {
    Object message = request.getAttribute(ERROR_MESSAGE);
    return status >= 500 || message == null ? "HTTP " + status + "." : message + ".";
  }
}

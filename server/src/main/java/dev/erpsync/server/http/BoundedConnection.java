package dev.erpsync.server.http;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.NanoTime;

/**
 * A connection that bounds the number of header fields and the time of a request's head, and
 * remembers of a head that is refused in which format its answer is wanted. Jetty bounds bytes and
 * silence only, answers silence in a head with none, and shows an error handler no header of what
 * it could not parse.
 */
final class BoundedConnection extends HttpConnection {
  private final HttpLimits limits;
  private final HeardHeaders heard = new HeardHeaders();

  BoundedConnection(
      HttpConfiguration configuration, Connector connector, EndPoint endPoint, HttpLimits limits) {
    super(configuration, connector, endPoint);
    this.limits = limits;
  }

  /** The headers of the present request, as far as they have come. */
  HeardHeaders heard() {
    return heard;
  }

  @Override
  protected RequestHandler newRequestHandler() {
    return new Handler();
  }

  @Override
  protected HttpParser newHttpParser(HttpCompliance compliance) {
    HttpParser standard = super.newHttpParser(compliance);
    var handler = (HttpParser.RequestHandler) standard.getHandler();
    var parser = new HeadParser(handler, getHttpConfiguration().getRequestHeaderSize(), compliance);
    parser.setHeaderCacheSize(standard.getHeaderCacheSize());
    parser.setHeaderCacheCaseSensitive(standard.isHeaderCacheCaseSensitive());
    return parser;
  }

  /**
   * The connection waited for the rest of a head in vain: this is the only thread at work on it.
   */
  @Override
  protected void onFillInterestedFailed(Throwable cause) {
    if (cause instanceof TimeoutException
        && getParser() instanceof HeadParser parser
        && parser.isInHead()) {
      parser.badMessage(late());
    } else {
      super.onFillInterestedFailed(cause);
    }
  }

  private static BadMessageException late() {
    return new BadMessageException(
        HttpStatus.REQUEST_TIMEOUT_408, "Request line and headers did not come in time");
  }

  private final class Handler extends RequestHandler {
    /** HTTP/1.0 knows none (RFC 9110, section 10.1.1). */
    private boolean expectations;

    @Override
    public void messageBegin() {
      heard.clear();
      super.messageBegin();
    }

    @Override
    public void startRequest(String method, String uri, HttpVersion version) {
      if (version == HttpVersion.HTTP_2) {
        throw new HttpException.RuntimeException(
            HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505, "Unsupported Version");
      }
      if (HttpMethod.CONNECT.is(method)) {
        // Jetty keeps such a connection whatever is answered.
        throw new HttpException.RuntimeException(
            HttpStatus.NOT_IMPLEMENTED_501, "CONNECT is not served");
      }
      expectations = version == HttpVersion.HTTP_1_1;
      try {
        super.startRequest(method, uri, version);
      } catch (IllegalArgumentException e) {
        throw new BadMessageException("Bad URI", e);
      }
    }

    @Override
    public void parsedHeader(HttpField field) {
      super.parsedHeader(field);
      if (heard.add(field) > limits.headers()) {
        throw new BadMessageException(
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431,
            "There are more than " + limits.headers() + " headers");
      }
    }

    /** Jetty writes no answer to an expectation that it does not know, and drops the connection. */
    @Override
    public boolean headerComplete() {
      if (expectations && !heard.expect().equalsIgnoreCase(HeardHeaders.CONTINUE)) {
        throw new BadMessageException(
            HttpStatus.EXPECTATION_FAILED_417, "Only 100-continue can be expected");
      }
      return super.headerComplete();
    }
  }

  private final class HeadParser extends HttpParser {
    private ByteBuffer unparsed = BufferUtil.EMPTY_BUFFER;

    HeadParser(HttpParser.RequestHandler handler, int maxHeaderBytes, HttpCompliance compliance) {
      super(handler, maxHeaderBytes, compliance);
    }

    boolean isInHead() {
      return getState().compareTo(State.START) > 0 && getState().compareTo(State.CONTENT) < 0;
    }

    @Override
    public boolean parseNext(ByteBuffer buffer) {
      // What is refused clears the buffer, but not the bytes.
      unparsed = buffer.slice();
      if (isInHead() && NanoTime.since(getBeginNanoTime()) > limits.head().toNanos()) {
        BufferUtil.clear(buffer);
        badMessage(late());
        return false;
      }
      return super.parseNext(buffer);
    }

    @Override
    protected void badMessage(HttpException failure) {
      heard.addRest(unparsed);
      super.badMessage(failure);
    }
  }
}

package dev.erpsync.server.http.container;

import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.ComplianceViolation;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Attributes;

/**
 * Rejects requests that expect something other than 100-continue (RFC 9110, section 10.1.1). Jetty
 * closes such a connection, most times before its own response is written, and this is the only
 * place of it that is called before. Thread-safe.
 */
final class Expectations implements ComplianceViolation.Listener {
  /** A head was parsed. HTTP/1.0 has no expectations. */
  @Override
  public void onRequestBegin(Attributes attributes) {
    if (attributes instanceof Request request
        && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1
        && !request.getHeaders().getValuesList(HttpHeader.EXPECT).stream()
            .allMatch("100-continue"::equalsIgnoreCase)) {
      throw new BadMessageException(
          HttpStatus.EXPECTATION_FAILED_417, "Only 100-continue can be expected");
    }
  }
}

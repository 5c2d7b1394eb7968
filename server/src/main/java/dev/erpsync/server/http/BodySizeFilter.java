package dev.erpsync.server.http;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Refuses a body that says itself that it is too long, before a byte of it is read. */
final class BodySizeFilter implements ContainerRequestFilter {
  private final int maxBytes;

  BodySizeFilter(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The container lets nothing through but digits; more of them than a long has are too many. */
  @Override
  public void filter(ContainerRequestContext request) {
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (length != null && (length.length() > 18 || Long.parseLong(length) > maxBytes)) {
      throw tooLarge(maxBytes);
    }
  }

  static ClientErrorException tooLarge(int maxBytes) {
    return new ClientErrorException("The request body is larger than " + maxBytes + " bytes.", 413);
  }
}

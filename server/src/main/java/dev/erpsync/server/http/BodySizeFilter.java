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
    if (announced(request) > maxBytes) {
      throw tooLarge(maxBytes);
    }
  }

  /** The length that a request announces, which may be more than an int holds; 0 for none. */
  static long announced(ContainerRequestContext request) {
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      return 0;
    }
    return length.length() > 18 ? Long.MAX_VALUE : Long.parseLong(length);
  }

  static ClientErrorException tooLarge(int maxBytes) {
    return new ClientErrorException("The request body is larger than " + maxBytes + " bytes.", 413);
  }
}

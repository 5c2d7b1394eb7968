package dev.erpsync.server.http.container;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Tells the application where a request comes from. Jersey would look the servlet's request up for
 * that, through a proxy that costs as much as all the rest of a login.
 */
public final class ClientAddress implements HttpConfiguration.Customizer {
  private static final String PROPERTY = ClientAddress.class.getName();

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    request.setAttribute(PROPERTY, Request.getRemoteAddr(request));
    return request;
  }

  /** The address of the peer, without its port. */
  public static String of(ContainerRequestContext request) {
    return String.valueOf(request.getProperty(PROPERTY));
  }
}

package dev.erpsync.server.http.response;

import dev.erpsync.server.http.routing.Call;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

/** A step of every response, errors included. */
public interface ResponseStep {
  /** Changes the response, where it is one of those that the step is for. */
  void apply(Call call, ContainerRequestContext request, ContainerResponseContext response);
}

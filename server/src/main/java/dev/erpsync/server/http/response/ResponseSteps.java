package dev.erpsync.server.http.response;

import dev.erpsync.server.http.routing.Call;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;

/** The one response filter: runs the steps in the order of their list. */
public final class ResponseSteps implements ContainerResponseFilter {
  private final List<ResponseStep> steps;

  /** These steps, the first one first. */
  public ResponseSteps(List<ResponseStep> steps) {
    this.steps = List.copyOf(steps);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Call call = Call.of(request);
    steps.forEach(step -> step.apply(call, request, response));
  }
}

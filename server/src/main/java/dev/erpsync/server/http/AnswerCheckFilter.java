package dev.erpsync.server.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.server.http.AnswerCheck.Answer;
import dev.erpsync.spec.Operation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/**
 * Lets no answer of the agent leave that the contract does not allow: in its place goes a 500 that
 * says which rule it breaks, and never what stood there. (D4)
 */
final class AnswerCheckFilter implements ContainerResponseFilter {
  private static final Logger LOG = Logger.getLogger(AnswerCheckFilter.class.getName());

  private final ObjectMapper mapper;
  private final Routes routes;
  private final AnswerCheck check;

  AnswerCheckFilter(ObjectMapper mapper, Routes routes, AnswerCheck check) {
    this.mapper = mapper;
    this.routes = routes;
    this.check = check;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    routes.operation(request).ifPresent(operation -> filter(operation, request, response));
  }

  private void filter(
      Operation operation, ContainerRequestContext request, ContainerResponseContext response) {
    List<Breach> breaches = check.check(operation, answer(response));
    if (!breaches.isEmpty()) {
      Findings.of(request).addBreaches(breaches);
      String message = "The answer breaks the contract: " + Breach.describe(breaches);
      LOG.severe(() -> "request " + RequestIdFilter.of(request) + ": " + message);
      response.setStatus(500);
      response.setEntity(
          ProblemTable.of(500).body(message),
          new Annotation[0],
          AnswerFormatFilter.of(request).withCharset("utf-8"));
    }
  }

  private Answer answer(ContainerResponseContext response) {
    Object entity = response.getEntity();
    return new Answer(
        response.getStatus(),
        Optional.ofNullable(response.getMediaType())
            .map(type -> type.getType() + "/" + type.getSubtype()),
        name -> Optional.ofNullable(response.getHeaderString(name)),
        entity == null ? Optional.empty() : Optional.of(mapper.valueToTree(entity)),
        entity instanceof AnswerTree tree ? tree.emptied() : Set.of());
  }
}

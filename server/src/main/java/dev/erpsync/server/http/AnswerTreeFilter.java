package dev.erpsync.server.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a tree of what an operation of the agent answers, and puts the schema beside it that the
 * contract has for it: a list or a dictionary does not say itself what it is. An empty Optional
 * becomes null.
 */
final class AnswerTreeFilter implements ContainerResponseFilter {
  private final ObjectMapper mapper;
  private final Contract agent;
  private final Routes routes;

  AnswerTreeFilter(ObjectMapper mapper, Contract agent, Routes routes) {
    this.mapper = mapper;
    this.agent = agent;
    this.routes = routes;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == 200 && response.hasEntity()) {
      routes.operation(request).ifPresent(operation -> filter(operation, response));
    }
  }

  private void filter(Operation operation, ContainerResponseContext response) {
    operation
        .responseSchema(agent, 200, MediaType.APPLICATION_JSON)
        .ifPresent(
            schema -> {
              Object entity = response.getEntity();
              var value =
                  mapper.valueToTree(
                      entity instanceof Optional<?> some ? some.orElse(null) : entity);
              response.setEntity(
                  new AnswerTree(schema, value, Set.of()),
                  new Annotation[0],
                  response.getMediaType());
            });
  }
}

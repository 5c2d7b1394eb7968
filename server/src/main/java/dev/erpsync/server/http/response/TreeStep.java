package dev.erpsync.server.http.response;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.server.http.routing.Call;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a tree of the result of an operation of the agent, and puts the contract's schema beside
 * it: a list or a dictionary does not tell itself what it is. An empty Optional becomes null.
 */
public final class TreeStep implements ResponseStep {
  private final ObjectMapper mapper;
  private final Contract agent;

  /**
   * A step.
   *
   * @param mapper makes trees of models
   * @param agent has the schemas
   */
  public TreeStep(ObjectMapper mapper, Contract agent) {
    this.mapper = mapper;
    this.agent = agent;
  }

  @Override
  public void apply(Call call, ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == 200 && response.hasEntity()) {
      call.servedBy(agent).ifPresent(served -> apply(served.operation(), response));
    }
  }

  private void apply(Operation operation, ContainerResponseContext response) {
    operation
        .responseSchema(agent, 200, MediaType.APPLICATION_JSON)
        .ifPresent(
            schema -> {
              Object entity = response.getEntity();
              var value =
                  mapper.valueToTree(
                      entity instanceof Optional<?> some ? some.orElse(null) : entity);
              response.setEntity(
                  new ResponseTree(schema, value, Set.of()),
                  new Annotation[0],
                  response.getMediaType());
            });
  }
}

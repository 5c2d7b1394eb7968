package dev.erpsync.server.http.response;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.server.http.error.ProblemTable;
import dev.erpsync.server.http.response.ResponseCheck.Answer;
import dev.erpsync.server.http.routing.Breach;
import dev.erpsync.server.http.routing.Call;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/**
 * Replaces a response of the agent that the contract does not allow by a 500 that names the broken
 * rule, and never the value. (D4)
 */
public final class ResponseCheckStep implements ResponseStep {
  private static final Logger LOG = Logger.getLogger(ResponseCheckStep.class.getName());

  private final ObjectMapper mapper;
  private final Contract agent;
  private final ResponseCheck check;

  /**
   * A step.
   *
   * @param mapper makes trees of models
   * @param agent the contract that responses must conform to
   */
  public ResponseCheckStep(ObjectMapper mapper, Contract agent) {
    this.mapper = mapper;
    this.agent = agent;
    this.check = new ResponseCheck(agent);
  }

  @Override
  public void apply(Call call, ContainerRequestContext request, ContainerResponseContext response) {
    call.servedBy(agent).ifPresent(served -> apply(served.operation(), call, response));
  }

  private void apply(Operation operation, Call call, ContainerResponseContext response) {
    List<Breach> breaches = check.check(operation, answer(response));
    if (!breaches.isEmpty()) {
      call.findings().addBreaches(breaches);
      String message = "The answer breaks the contract: " + Breach.describe(breaches);
      LOG.severe(() -> "request " + call.id() + ": " + message);
      response.setStatus(500);
      response.setEntity(
          ProblemTable.of(500).body(message),
          new Annotation[0],
          call.errorFormat().withCharset("utf-8"));
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
        entity instanceof ResponseTree tree ? tree.emptied() : Set.of());
  }
}

package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Breaking a link tells whether it stood, and that it no longer does when asked again. (D33) */
final class BreakProbe {
  private static final String BREAK = "BreakActorLink";

  private final Contract contract;
  private final Sender sender;

  BreakProbe(Contract contract, Sender sender) {
    this.contract = contract;
    this.sender = sender;
  }

  /** Asks about the link of a request that was answered with success; the link is gone then. */
  List<Difference> check(String operation, Request request) throws IOException {
    Operation breaking = contract.operation(BREAK).orElseThrow();
    Request probe = request.to(breaking.path(), arguments(request));
    List<Difference> differences = new ArrayList<>();
    for (String expected : KnownEffects.of(operation).map(Effect::breaks).orElse(List.of())) {
      Response answer = sender.send(probe);
      if (!answer.text().strip().equals(expected)) {
        differences.add(new Difference("effect, seen by " + BREAK, expected, answer.text()));
      }
    }
    return differences;
  }

  private JsonNode arguments(Request request) {
    JsonNode sent = request.body().orElseGet(MissingNode::getInstance);
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    contract
        .schema(BREAK + "Request")
        .path("properties")
        .fieldNames()
        .forEachRemaining(name -> arguments.set(name, sent.path(name)));
    return arguments;
  }
}

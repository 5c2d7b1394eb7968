package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Saving nothing but the id changes nothing, and answers all that is stored. (D22) */
final class SaveProbe {
  private static final String ID = "ErpConnectionId";

  /** With it every language of a text is answered. (D14) */
  private static final String LANGUAGE = "SO-Language";

  private final Contract contract;
  private final Sender sender;

  SaveProbe(Contract contract, Sender sender) {
    this.contract = contract;
    this.sender = sender;
  }

  /**
   * Asks about a connection whose saving was answered with success.
   *
   * @param after the state that the call must have left behind
   */
  List<Difference> check(String operation, Request request, Answer answer, JsonNode after)
      throws IOException {
    if (!operation.equals(Echo.OPERATION)) {
      return List.of();
    }
    JsonNode sent = request.body().orElseGet(MissingNode::getInstance).path("Connection").path(ID);
    JsonNode id = sent.asInt() > 0 ? sent : answer.value().orElseThrow().path(ID);
    ObjectNode question = JsonNodeFactory.instance.objectNode();
    question.putObject("Connection").set(ID, id);
    Operation saving = contract.operation(Echo.OPERATION).orElseThrow();
    Response said = sender.send(request.to(saving.path(), question).with(LANGUAGE, "*"));
    JsonNode found = said.json().orElseGet(MissingNode::getInstance);
    JsonNode stored = SentConnection.stored(question.path("Connection"), after);
    List<Difference> differences = new ArrayList<>();
    for (var property : stored.properties()) {
      String name = property.getKey();
      boolean counts = !SentConnection.RIGHTS.contains(name) && !property.getValue().isNull();
      if (counts && !property.getValue().equals(found.path(name))) {
        String expected = name + " " + property.getValue();
        String other = found.isObject() ? name + " " + found.path(name) : said.text();
        differences.add(new Difference("effect, seen by " + Echo.OPERATION, expected, other));
      }
    }
    return differences;
  }
}

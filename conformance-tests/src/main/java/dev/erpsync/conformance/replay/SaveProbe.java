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
import java.util.Optional;

/** Saving nothing but the id changes nothing, and answers all that is stored. (D22, D46) */
final class SaveProbe {
  /** With it every language of a text is answered. (D14) */
  private static final String LANGUAGE = "SO-Language";

  private final Contract contract;
  private final Sender sender;

  SaveProbe(Contract contract, Sender sender) {
    this.contract = contract;
    this.sender = sender;
  }

  /**
   * Asks about what an operation saved and answered with success.
   *
   * @param after the state that the call must have left behind
   */
  List<Difference> check(String operation, Request request, Answer answer, JsonNode after)
      throws IOException {
    Optional<SavedEntity> saved = KnownEffects.of(operation).flatMap(Effect::saved);
    return saved.isPresent() ? check(saved.get(), operation, request, answer, after) : List.of();
  }

  private List<Difference> check(
      SavedEntity entity, String operation, Request request, Answer answer, JsonNode after)
      throws IOException {
    JsonNode sent =
        entity.sent(request.body().orElseGet(MissingNode::getInstance)).path(entity.id());
    JsonNode id = sent.asInt() > 0 ? sent : answer.value().orElseThrow().path(entity.id());
    ObjectNode identity = JsonNodeFactory.instance.objectNode().set(entity.id(), id);
    JsonNode question =
        entity.argument().isEmpty()
            ? identity
            : JsonNodeFactory.instance.objectNode().set(entity.argument(), identity);
    Operation saving = contract.operation(operation).orElseThrow();
    Response said = sender.send(request.to(saving.path(), question).with(LANGUAGE, "*"));
    JsonNode found = said.json().orElseGet(MissingNode::getInstance);
    List<Difference> differences = new ArrayList<>();
    for (var property : entity.stored(identity, after).properties()) {
      String name = property.getKey();
      boolean counts = !SavedEntity.RIGHTS.contains(name) && !property.getValue().isNull();
      if (counts && !property.getValue().equals(found.path(name))) {
        String expected = name + " " + property.getValue();
        String other = found.isObject() ? name + " " + found.path(name) : said.text();
        differences.add(new Difference("effect, seen by " + operation, expected, other));
      }
    }
    return differences;
  }
}

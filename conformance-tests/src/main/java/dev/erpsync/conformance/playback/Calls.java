package dev.erpsync.conformance.playback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.format.Formats;
import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.conformance.format.NotSayableException;
import dev.erpsync.conformance.format.QueryArguments;
import dev.erpsync.conformance.format.Wire;
import dev.erpsync.conformance.given.EntityNames;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.recording.JsonText;
import dev.erpsync.conformance.recording.RecordedExchange;
import dev.erpsync.conformance.replay.SavedEntity;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recorded calls, and the same calls with the ids of the target. */
final class Calls {
  private static final String TYPE = "Content-Type";
  private static final String GUID = SavedEntity.CONNECTION.guid().orElseThrow();

  private final Contract contract;
  private final Formats formats;
  private final String authorization;

  /** Calls with these credentials. */
  Calls(Contract contract, String authorization) {
    this.contract = contract;
    this.formats = new Formats(contract);
    this.authorization = authorization;
  }

  /**
   * A call on the target.
   *
   * @param meant in JSON, with the contract's names
   * @param sent as it goes over the wire
   */
  record Call(Request meant, Request sent) {}

  /** The call as it was recorded. */
  Exchanged recorded(RecordedExchange exchange) {
    Sample sample = exchange.sample();
    Operation operation = contract.operation(sample.operation()).orElseThrow();
    Request request =
        request(operation, sample.request().query(), Map.of(), value(operation, exchange));
    var response = new Response(sample.status(), Map.of(), "");
    return exchanged(operation, request, new Answer(response, sample.response().body(), "JSON"));
  }

  /**
   * The call with the ids of the target.
   *
   * @throws NotSayableException when its media type cannot express the other ids
   */
  Call onTarget(RecordedExchange exchange, Exchanged recorded, Sides sides)
      throws NotSayableException {
    renewGuid(recorded, sides);
    Operation operation = recorded.operation();
    Map<String, String> headers = exchange.sample().request().headers();
    String query = sides.made().in(exchange.sample().request().query());
    Optional<JsonNode> value =
        value(operation, exchange).map(sides.made()::in).map(body -> withGuids(body, sides));
    Request meant = request(operation, query, headers, value).authorized(authorization);
    if (exchange.text().isPresent()) {
      return new Call(meant, meant.with(Content.of(text(exchange.text().get(), sides))));
    }
    String type = meant.header(TYPE).map(MediaTypes::essence).orElse(MediaTypes.JSON);
    return new Call(meant, formats.write(operation, meant, Wire.sending(type)));
  }

  /** A call on the target, and its response. */
  Exchanged exchanged(Operation operation, Request request, Answer response) {
    JsonNode arguments = QueryArguments.orBody(contract, operation, request);
    return new Exchanged(operation, request, arguments, response);
  }

  private Optional<JsonNode> value(Operation operation, RecordedExchange exchange) {
    Optional<JsonNode> value = exchange.sent().map(JsonNode::deepCopy);
    value.ifPresent(
        sent ->
            operation
                .requestSchema(MediaTypes.JSON)
                .ifPresent(schema -> contract.canonicalize(schema, sent)));
    return value;
  }

  private static Request request(
      Operation operation, String query, Map<String, String> headers, Optional<JsonNode> value) {
    return new Request(
        operation.method(), operation.path(), query, headers, value.map(Content::json));
  }

  private static void renewGuid(Exchanged recorded, Sides sides) {
    JsonNode saved = SavedEntity.CONNECTION.sent(recorded.arguments());
    String guid = saved.path(GUID).asText("");
    boolean isNew = saved.path(SavedEntity.CONNECTION.id()).asInt() == 0;
    if (recorded.succeeded() && isNew && !guid.isBlank()) {
      sides.renewGuid(guid);
    }
  }

  private static JsonNode withGuids(JsonNode body, Sides sides) {
    for (JsonNode object : body.findParents(GUID)) {
      String text = object.path(GUID).asText();
      if (object.path(GUID).isTextual()) {
        ((ObjectNode) object).put(GUID, sides.guid(text));
      }
    }
    return body;
  }

  /** The same text but for ids and GUIDs. */
  private static String text(String text, Sides sides) {
    try {
      return JsonText.edit(text, (names, value) -> replaced(names, value, sides));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("it was read before", e);
    }
  }

  /** Also an id that is written as a text, or as 5.0: a tolerant server takes it for one. */
  private static Optional<JsonNode> id(String name, JsonNode value, Sides sides) {
    String text = value.asText().strip();
    if (value.isTextual() && text.matches("[0-9]{1,9}")) {
      int id = sides.made().in(name, Integer.parseInt(text));
      return Optional.of(TextNode.valueOf(Integer.toString(id)));
    }
    return value.isNumber() && value.canConvertToInt()
        ? Optional.of(IntNode.valueOf(sides.made().in(name, value.intValue())))
        : Optional.empty();
  }

  private static Optional<JsonNode> replaced(List<String> names, JsonNode value, Sides sides) {
    String name = names.isEmpty() ? "" : names.get(0);
    if (EntityNames.isConnection(name) || EntityNames.isConnector(name)) {
      return id(name, value, sides);
    }
    return value.isTextual() && name.equalsIgnoreCase(GUID)
        ? Optional.of(TextNode.valueOf(sides.guid(value.textValue())))
            .filter(other -> !other.equals(value))
            .map(JsonNode.class::cast)
        : Optional.empty();
  }
}

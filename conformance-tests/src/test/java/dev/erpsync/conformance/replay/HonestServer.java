package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * As much of a server as the documented exchanges need, and independent of the project's own: its
 * state is the JSON that it was seeded with.
 */
final class HonestServer implements Sender {
  private static final String JSON = "application/json; charset=utf-8";

  private static final JsonNode KNOWN =
      Contract.erpSync().schema("ErpConnection").path("properties");
  private static final int NEW_ID = 1000;
  private static final Set<String> WRITTEN =
      Set.of("BreakActorLink", "ConnectActor", "CreateActorLink", "SaveConnection");

  private final ObjectMapper mapper = new ObjectMapper();
  private ObjectNode state = mapper.createObjectNode();

  @Override
  public Response send(Request request) {
    String operation = request.path().substring(request.path().lastIndexOf('/') + 1);
    JsonNode body = request.body().orElseGet(mapper::createObjectNode);
    return switch (operation) {
      case "state" -> json(state);
      case "reset" -> replaced(mapper.createObjectNode());
      case "seed" -> replaced(body.deepCopy());
      case "CreateActorLink" -> json(BooleanNode.valueOf(link(body)));
      case "ConnectActor" -> connect(body);
      case "BreakActorLink" -> json(BooleanNode.valueOf(unlink(body)));
      case "SaveConnection" -> json(save(body.path("Connection")));
      default -> documented(operation);
    };
  }

  /** Whether it does what the operation does, or answers what is documented where that is all. */
  static boolean serves(String operation) {
    return WRITTEN.contains(operation)
        || Contract.erpSync().operation(operation).filter(Operation::isReadOnly).isPresent();
  }

  private static Response documented(String operation) {
    return Sample.all().stream()
        .filter(sample -> sample.operation().equals(operation) && serves(operation))
        .findFirst()
        .map(sample -> json(sample.response().body().orElseThrow()))
        .orElseGet(() -> new Response(404, Optional.empty(), ""));
  }

  private Response replaced(JsonNode by) {
    state = (ObjectNode) by;
    return nothing();
  }

  private Response connect(JsonNode asked) {
    link(asked);
    for (JsonNode value : asked.path("FieldValues")) {
      if (value.path("CrmFieldKey").isTextual()) {
        if (value.path("SyncToCrm").asBoolean()) {
          set("CrmFieldValues", asked, value, "CrmActorType", "CrmRecordId");
        }
        if (value.path("SyncToErp").asBoolean()) {
          set("ErpFieldValues", asked, value, "ErpConnectionId", "ErpActorType", "ErpKey");
        }
      }
    }
    return nothing();
  }

  private void set(String list, JsonNode asked, JsonNode value, String... owner) {
    ObjectNode row = mapper.createObjectNode();
    for (String name : owner) {
      row.set(name, asked.path(name));
    }
    row.set("CrmFieldKey", value.path("CrmFieldKey"));
    ArrayNode rows = list(list);
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i).<ObjectNode>deepCopy().without("Value").equals(row)) {
        rows.remove(i);
      }
    }
    row.set("Value", value.path("Value"));
    rows.add(row);
  }

  private boolean link(JsonNode asked) {
    ObjectNode link = asked.<ObjectNode>deepCopy().without("FieldValues");
    for (JsonNode other : list("ActorLinks")) {
      if (other.equals(link)) {
        return true;
      }
      if (same(other, asked, "ErpConnectionId")
          && ((same(other, asked, "ErpKey") && same(other, asked, "ErpActorType"))
              || (same(other, asked, "CrmRecordId") && same(other, asked, "CrmActorType")))) {
        return false;
      }
    }
    list("ActorLinks").add(link);
    return true;
  }

  private boolean unlink(JsonNode asked) {
    ArrayNode links = list("ActorLinks");
    for (int i = 0; i < links.size(); i++) {
      JsonNode link = links.get(i);
      if (same(link, asked, "ErpConnectionId")
          && same(link, asked, "CrmRecordId")
          && same(link, asked, "CrmActorType")) {
        links.remove(i);
        return true;
      }
    }
    return false;
  }

  /** What is not sent stays; the identity is the server's. */
  private JsonNode save(JsonNode sent) {
    ArrayNode connections = list("Connections");
    ObjectNode saved = mapper.createObjectNode();
    for (int i = 0; i < connections.size(); i++) {
      if (same(connections.get(i), sent, "ErpConnectionId")) {
        saved = (ObjectNode) connections.remove(i);
      }
    }
    JsonNode guid = saved.path("ConnectionId");
    for (var property : sent.properties()) {
      if (KNOWN.has(property.getKey()) && !property.getValue().isNull()) {
        saved.set(property.getKey(), property.getValue());
      }
    }
    saved.remove(List.of("TableRight", "FieldProperties"));
    if (saved.path("ErpConnectionId").asInt() == 0) {
      saved.put("ErpConnectionId", NEW_ID);
    }
    if (!guid.isMissingNode()) {
      saved.set("ConnectionId", guid);
    } else if (saved.path("ConnectionId").asText("").isBlank()) {
      saved.put("ConnectionId", "a new one");
    }
    connections.add(saved);
    ObjectNode answer = saved.deepCopy();
    KNOWN.fieldNames().forEachRemaining(name -> answer.putIfAbsent(name, NullNode.instance));
    answer.putNull("TableRight");
    answer.putObject("FieldProperties");
    return answer;
  }

  private ArrayNode list(String name) {
    return state.withArrayProperty(name);
  }

  private static boolean same(JsonNode one, JsonNode other, String property) {
    return one.path(property).equals(other.path(property));
  }

  private static Response nothing() {
    return new Response(204, Optional.empty(), "");
  }

  private static Response json(JsonNode value) {
    return new Response(200, Optional.of(JSON), value.toString());
  }
}

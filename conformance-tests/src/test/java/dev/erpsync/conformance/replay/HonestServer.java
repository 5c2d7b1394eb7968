package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import java.util.Optional;

/**
 * As much of a server as the documented exchanges need, and independent of the project's own: its
 * state is the JSON that it was seeded with.
 */
final class HonestServer implements Sender {
  private static final String JSON = "application/json; charset=utf-8";

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
      default -> new Response(404, Optional.empty(), "");
    };
  }

  private Response replaced(JsonNode by) {
    state = (ObjectNode) by;
    return nothing();
  }

  private Response connect(JsonNode link) {
    link(link);
    for (JsonNode value : link.path("FieldValues")) {
      if (value.path("SyncToCrm").asBoolean()) {
        list("CrmFieldValues")
            .addObject()
            .put("CrmActorType", link.path("CrmActorType").asText())
            .put("CrmRecordId", link.path("CrmRecordId").asInt())
            .put("CrmFieldKey", value.path("CrmFieldKey").asText())
            .put("Value", value.path("Value").asText());
      }
    }
    return nothing();
  }

  private boolean link(JsonNode asked) {
    for (JsonNode link : list("ActorLinks")) {
      if (same(link, asked, "ErpKey") || same(link, asked, "CrmRecordId")) {
        return false;
      }
    }
    list("ActorLinks").add(asked.<ObjectNode>deepCopy().without("FieldValues"));
    return true;
  }

  private boolean unlink(JsonNode asked) {
    ArrayNode links = list("ActorLinks");
    for (int i = 0; i < links.size(); i++) {
      if (same(links.get(i), asked, "CrmRecordId")) {
        links.remove(i);
        return true;
      }
    }
    return false;
  }

  private JsonNode save(JsonNode connection) {
    ArrayNode connections = list("Connections");
    connections.removeAll();
    connections.add(connection);
    ObjectNode answer = connection.deepCopy();
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

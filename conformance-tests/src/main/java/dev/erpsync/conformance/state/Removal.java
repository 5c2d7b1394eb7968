package dev.erpsync.conformance.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/**
 * The call that removes what was made.
 *
 * @param operation id of the operation
 * @param query encoded; empty for none
 * @param body empty for none
 * @param what what it removes, in words for people
 */
record Removal(String operation, String query, Optional<JsonNode> body, String what) {
  /** Of what an operation inserted and answered; empty when it did not. */
  static Optional<Removal> of(String operation, JsonNode sent, JsonNode answer) {
    return switch (operation) {
      case "SaveErpSyncConnectorEntity" ->
          inserted(sent, answer, "ErpConnectorId").map(Removal::connector);
      case "SaveConnection" ->
          inserted(sent.path("Connection"), answer, "ErpConnectionId").map(Removal::connection);
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> inserted(JsonNode sent, JsonNode answer, String id) {
    return sent.path(id).asInt() > 0
        ? Optional.empty()
        : Optional.of(answer.path(id).asInt()).filter(assigned -> assigned > 0);
  }

  static Removal connector(int id) {
    String query = "erpSyncConnectorEntityId=" + id;
    return new Removal("DeleteErpSyncConnectorEntity", query, Optional.empty(), "connector " + id);
  }

  static Removal connection(int id) {
    JsonNode body = JsonNodeFactory.instance.objectNode().put("ErpConnectionId", id);
    return new Removal("DeleteConnection", "", Optional.of(body), "connection " + id);
  }

  static Removal link(JsonNode link) {
    return new Removal("BreakActorLink", "", Optional.of(link), "link " + link);
  }
}

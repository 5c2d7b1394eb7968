package dev.erpsync.conformance.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of a target by which states are made and removed. */
final class Operations {
  private static final int NOT_FOUND = 404;

  private final Contract contract;
  private final Sender sender;
  private final String authorization;

  /**
   * @param authorization of somebody who may save connectors and connections
   */
  Operations(Contract contract, Sender sender, String authorization) {
    this.contract = contract;
    this.sender = sender;
    this.authorization = authorization;
  }

  /** Saves a connector, and answers it as it is stored. */
  JsonNode saveConnector(JsonNode connector) throws NotMadeException, IOException {
    return saved("SaveErpSyncConnectorEntity", connector, "ErpConnectorId");
  }

  /** Saves a connection, and answers it as it is stored. */
  JsonNode saveConnection(JsonNode connection) throws NotMadeException, IOException {
    JsonNode body = JsonNodeFactory.instance.objectNode().set("Connection", connection);
    return saved("SaveConnection", body, "ErpConnectionId");
  }

  /** Creates a link, and answers what the target does. */
  JsonNode createLink(JsonNode link) throws NotMadeException, IOException {
    return answered("CreateActorLink", Optional.of(link));
  }

  /** Removes something; what is already gone counts as removed. */
  boolean remove(Removal removal) throws IOException {
    Response answer = send(removal.operation(), removal.query(), removal.body());
    return answer.status() < 300 || answer.status() == NOT_FOUND;
  }

  /** The ids in a list that the target returns. */
  List<Integer> ids(String operation, Optional<JsonNode> body, String id)
      throws NotMadeException, IOException {
    JsonNode rows = answered(operation, body);
    if (!rows.isArray()) {
      throw new NotMadeException(operation + " answers no list");
    }
    List<Integer> ids = new ArrayList<>();
    for (JsonNode row : rows) {
      if (!row.path(id).isInt()) {
        throw new NotMadeException("%s answers a row without %s".formatted(operation, id));
      }
      ids.add(row.path(id).intValue());
    }
    return ids;
  }

  private JsonNode saved(String operation, JsonNode body, String id)
      throws NotMadeException, IOException {
    JsonNode saved = answered(operation, Optional.of(body));
    if (saved.path(id).asInt() < 1) {
      throw new NotMadeException("%s answers no %s".formatted(operation, id));
    }
    return saved;
  }

  private JsonNode answered(String operation, Optional<JsonNode> body)
      throws NotMadeException, IOException {
    Response answer = send(operation, "", body);
    if (answer.status() != 200) {
      throw new NotMadeException("%s answers %d".formatted(operation, answer.status()));
    }
    return answer.json().orElseThrow(() -> new NotMadeException(operation + " answers no JSON"));
  }

  private Response send(String id, String query, Optional<JsonNode> body) throws IOException {
    Operation operation = contract.operation(id).orElseThrow();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", authorization);
    headers.put("Accept", "application/json");
    headers.put("SO-Language", "*");
    body.ifPresent(json -> headers.put("Content-Type", "application/json; charset=utf-8"));
    return sender.send(
        new Request(operation.method(), operation.path(), query, headers, body.map(Content::json)));
  }
}

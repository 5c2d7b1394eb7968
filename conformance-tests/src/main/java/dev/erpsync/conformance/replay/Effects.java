package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether a target did what it says it did: a call that claims to have changed something is
 * followed by calls whose answers depend on it, and a call that claims to have changed nothing by a
 * look at the state.
 */
final class Effects {
  private static final String BREAK = "BreakActorLink";

  /** Operations on a link, and whether the link stands after a success. */
  private static final Map<String, Boolean> LINK_STANDS =
      Map.of("CreateActorLink", true, "ConnectActor", true, BREAK, false);

  private final Contract contract;
  private final Sender sender;

  Effects(Contract contract, Sender sender) {
    this.contract = contract;
    this.sender = sender;
  }

  /**
   * Checks the effect of a call that was answered as documented.
   *
   * @param operation id of the operation
   * @param request what was sent
   * @param answer what came back
   * @param control the target's state
   * @param before the state before the call
   */
  List<Difference> check(
      String operation, Request request, Response answer, StateControl control, JsonNode before)
      throws IOException {
    JsonNode after = control.state();
    boolean refused = answer.json().filter(BooleanNode.FALSE::equals).isPresent();
    if (refused) {
      return before.equals(after)
          ? List.of()
          : List.of(new Difference("state after false", "the state before", "another"));
    }
    List<Difference> differences = new ArrayList<>();
    if (operation.equals("SaveConnection")) {
      differences.addAll(stored(answer, after));
    }
    if (operation.equals("ConnectActor")) {
      differences.addAll(written(request, after));
    }
    Boolean stands = LINK_STANDS.get(operation);
    if (stands != null) {
      differences.addAll(link(request, stands));
    }
    return differences;
  }

  /** Breaking a link answers whether it stood, and that it no longer does when asked again. */
  private List<Difference> link(Request request, boolean stands) throws IOException {
    Operation operation = contract.operation(BREAK).orElseThrow();
    Request probe = request.to(operation.path(), arguments(operation, request));
    List<Difference> differences = new ArrayList<>();
    for (String expected : stands ? List.of("true", "false") : List.of("false")) {
      Response answer = sender.send(probe);
      if (!answer.text().strip().equals(expected)) {
        differences.add(new Difference("effect, seen by " + BREAK, expected, answer.text()));
      }
    }
    return differences;
  }

  private JsonNode arguments(Operation operation, Request request) {
    JsonNode sent = request.body().orElseGet(MissingNode::getInstance);
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    contract
        .schema(operation.id() + "Request")
        .path("properties")
        .fieldNames()
        .forEachRemaining(name -> arguments.set(name, sent.path(name)));
    return arguments;
  }

  /** What was answered is what is stored, but for the rights, which are made for each answer. */
  private static List<Difference> stored(Response answer, JsonNode after) {
    ObjectNode saved = answer.json().<ObjectNode>map(JsonNode::deepCopy).orElseThrow();
    JsonNode stored = MissingNode.getInstance();
    for (JsonNode connection : after.path("Connections")) {
      if (connection.path("ErpConnectionId").equals(saved.path("ErpConnectionId"))) {
        stored = connection;
      }
    }
    List<Difference> differences = new ArrayList<>();
    for (var property : saved.without(List.of("TableRight", "FieldProperties")).properties()) {
      JsonNode found = stored.path(property.getKey());
      if (!found.equals(property.getValue())) {
        differences.add(
            new Difference(
                "stored /" + property.getKey(), property.getValue().toString(), found.toString()));
      }
    }
    return differences;
  }

  /** Every value that names a side is stored on that side. */
  private static List<Difference> written(Request request, JsonNode after) {
    List<Difference> differences = new ArrayList<>();
    JsonNode body = request.body().orElseGet(MissingNode::getInstance);
    Map<String, String> sides =
        Map.of("SyncToCrm", "CrmFieldValues", "SyncToErp", "ErpFieldValues");
    for (JsonNode value : body.path("FieldValues")) {
      sides.forEach(
          (flag, list) -> {
            boolean missing = value.path(flag).asBoolean() && !holds(after.withArray(list), value);
            if (missing) {
              differences.add(
                  new Difference(
                      "stored " + list, value.path("CrmFieldKey").toString(), "no such value"));
            }
          });
    }
    return differences;
  }

  private static boolean holds(ArrayNode stored, JsonNode value) {
    for (JsonNode field : stored) {
      if (field.path("CrmFieldKey").equals(value.path("CrmFieldKey"))
          && field.path("Value").equals(value.path("Value"))) {
        return true;
      }
    }
    return false;
  }
}

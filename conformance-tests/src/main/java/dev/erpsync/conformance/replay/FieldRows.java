package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Field values as the state shows them, written as ConnectActor has to. (D34) */
final class FieldRows {
  private static final String FIELD = "CrmFieldKey";
  private static final List<String> RECORD = List.of("CrmActorType", "CrmRecordId");
  private static final List<String> ACTOR = List.of("ErpConnectionId", "ErpActorType", "ErpKey");

  private FieldRows() {}

  /** Sets every value on the sides that it names; of two values for one field the later counts. */
  static void write(ObjectNode state, JsonNode arguments) {
    for (JsonNode value : arguments.path("FieldValues")) {
      if (!value.path(FIELD).isTextual()) {
        continue;
      }
      if (value.path("SyncToCrm").asBoolean()) {
        set(state.withArrayProperty("CrmFieldValues"), RECORD, arguments, value);
      }
      if (value.path("SyncToErp").asBoolean()) {
        set(state.withArrayProperty("ErpFieldValues"), ACTOR, arguments, value);
      }
    }
  }

  private static void set(ArrayNode rows, List<String> owner, JsonNode arguments, JsonNode value) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    owner.forEach(name -> row.set(name, arguments.path(name)));
    row.set(FIELD, value.path(FIELD));
    Rows.remove(
        rows, other -> Rows.agree(owner, other, row) && Rows.agree(List.of(FIELD), other, row));
    if (value.hasNonNull("Value")) {
      row.set("Value", value.path("Value"));
    }
    rows.add(row);
  }
}

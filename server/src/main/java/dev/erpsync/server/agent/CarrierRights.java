package dev.erpsync.server.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.server.access.User;
import dev.erpsync.server.model.FieldProperty;
import dev.erpsync.server.model.FieldRight;
import dev.erpsync.server.model.TableRight;
import dev.erpsync.spec.Contract;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What every carrier says of itself, built from the contract: rights, and type and length of each
 * property. Whoever is no administrator may only read. (D18)
 */
public final class CarrierRights {
  private static final String ALL = "FULL";
  private static final String READ_ROW = "R";
  private static final String READ_FIELD = "Read";
  private static final Set<String> OWN = Set.of("TableRight", "FieldProperties");

  private final Contract contract;
  private final Map<String, Map<String, FieldProperty>> full = new ConcurrentHashMap<>();
  private final Map<String, Map<String, FieldProperty>> readable = new ConcurrentHashMap<>();

  public CarrierRights(Contract contract) {
    this.contract = contract;
  }

  TableRight tableRight(User caller) {
    return new TableRight().mask(caller.administrator() ? ALL : READ_ROW).reason("");
  }

  /** The properties of a schema of the contract; not to be changed. */
  Map<String, FieldProperty> fieldProperties(User caller, String schema) {
    return caller.administrator()
        ? full.computeIfAbsent(schema, name -> describe(name, ALL))
        : readable.computeIfAbsent(schema, name -> describe(name, READ_FIELD));
  }

  private Map<String, FieldProperty> describe(String schema, String right) {
    Map<String, FieldProperty> properties = new LinkedHashMap<>();
    for (var property : contract.schema(schema).path("properties").properties()) {
      if (!OWN.contains(property.getKey())) {
        JsonNode type = contract.resolve(property.getValue());
        properties.put(
            property.getKey(),
            new FieldProperty()
                .fieldRight(new FieldRight().mask(right).reason(""))
                .fieldType(dotNetType(type))
                .fieldLength(type.path("maxLength").asInt(0)));
      }
    }
    return properties;
  }

  private String dotNetType(JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "integer" -> "System.Int32";
      case "boolean" -> "System.Boolean";
      case "string" ->
          schema.path("format").asText().equals("date-time") ? "System.DateTime" : "System.String";
      case "array" -> dotNetType(contract.resolve(schema.path("items"))) + "[]";
      default -> "System.Object";
    };
  }
}

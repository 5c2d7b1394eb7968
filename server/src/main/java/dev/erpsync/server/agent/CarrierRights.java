package dev.erpsync.server.agent;

import com.fasterxml.jackson.databind.JsonNode;
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
 * property. (D18)
 */
public final class CarrierRights {
  private static final String ALL = "FULL";
  private static final Set<String> OWN = Set.of("TableRight", "FieldProperties");

  private final Contract contract;
  private final Map<String, Map<String, FieldProperty>> byType = new ConcurrentHashMap<>();

  public CarrierRights(Contract contract) {
    this.contract = contract;
  }

  TableRight tableRight() {
    return new TableRight().mask(ALL).reason("");
  }

  /** The properties of a schema of the contract; not to be changed. */
  Map<String, FieldProperty> fieldProperties(String schema) {
    return byType.computeIfAbsent(schema, this::describe);
  }

  private Map<String, FieldProperty> describe(String schema) {
    Map<String, FieldProperty> properties = new LinkedHashMap<>();
    for (var property : contract.schema(schema).path("properties").properties()) {
      if (!OWN.contains(property.getKey())) {
        JsonNode type = contract.resolve(property.getValue());
        properties.put(
            property.getKey(),
            new FieldProperty()
                .fieldRight(new FieldRight().mask(ALL).reason(""))
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
      case "string" -> "System.String";
      case "array" -> dotNetType(contract.resolve(schema.path("items"))) + "[]";
      default -> "System.Object";
    };
  }
}

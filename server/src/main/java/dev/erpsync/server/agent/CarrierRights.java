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
 * The rights, and the type and length of each property, that every carrier describes; built from
 * the contract. Users who are not administrators may only read. Names and lengths are those of
 * recorded responses of the vendor's service. (D18)
 */
public final class CarrierRights {
  private static final String ALL_OF_ROW = "FULL";
  private static final String READ_ROW = "R";
  private static final String UPDATE_FIELD = "Update";
  private static final String READ_FIELD = "Read";

  private static final String INT32 = "System.Int32";
  private static final String BOOLEAN = "System.Boolean";
  private static final String DATE_TIME = "System.DateTime";

  /** Of the types whose values are not texts. */
  private static final Map<String, Integer> LENGTHS = Map.of(INT32, 4, BOOLEAN, 1, DATE_TIME, 16);

  private static final Set<String> OWN = Set.of("TableRight", "FieldProperties");

  private final Contract contract;
  private final Map<String, Map<String, FieldProperty>> full = new ConcurrentHashMap<>();
  private final Map<String, Map<String, FieldProperty>> readable = new ConcurrentHashMap<>();

  public CarrierRights(Contract contract) {
    this.contract = contract;
  }

  TableRight tableRight(User caller) {
    return new TableRight().mask(caller.administrator() ? ALL_OF_ROW : READ_ROW).reason("");
  }

  /** The properties of a schema of the contract; not to be changed. */
  Map<String, FieldProperty> fieldProperties(User caller, String schema) {
    return caller.administrator()
        ? full.computeIfAbsent(schema, name -> describe(name, UPDATE_FIELD))
        : readable.computeIfAbsent(schema, name -> describe(name, READ_FIELD));
  }

  private Map<String, FieldProperty> describe(String carrier, String right) {
    Map<String, FieldProperty> properties = new LinkedHashMap<>();
    for (var property : contract.schema(carrier).path("properties").properties()) {
      if (!OWN.contains(property.getKey())) {
        JsonNode schema = contract.resolve(property.getValue());
        String type = dotNetType(schema);
        int longestText = schema.path("maxLength").asInt(0);
        properties.put(
            property.getKey(),
            new FieldProperty()
                .fieldRight(new FieldRight().mask(right).reason(""))
                .fieldType(type)
                .fieldLength(LENGTHS.getOrDefault(type, longestText)));
      }
    }
    return properties;
  }

  private String dotNetType(JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "integer" -> INT32;
      case "boolean" -> BOOLEAN;
      case "string" ->
          schema.path("format").asText().equals("date-time") ? DATE_TIME : "System.String";
      case "array" -> dotNetType(contract.resolve(schema.path("items"))) + "[]";
      default -> "System.Object";
    };
  }
}

package dev.erpsync.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Properties that the contract neither knows nor forbids, at any depth. The schemas leave them open
 * so that a later version of the service can add some (D4); nothing but a walk beside the check
 * tells which they are.
 */
final class UnknownProperties {
  /** Enough to see what is wrong, however many there are. */
  private static final int MOST = 100;

  private final Contract contract;
  private final List<Violation> found = new ArrayList<>();

  private UnknownProperties(Contract contract) {
    this.contract = contract;
  }

  static List<Violation> in(Contract contract, JsonNode schema, JsonNode value) {
    var walk = new UnknownProperties(contract);
    walk.walk(schema, value, "");
    return List.copyOf(walk.found);
  }

  private void walk(JsonNode reference, JsonNode value, String at) {
    JsonNode schema = contract.resolve(reference);
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        walk(schema.path("items"), value.get(i), at + "/" + i);
      }
    }
    JsonNode known = schema.path("properties");
    JsonNode others = schema.path("additionalProperties");
    boolean open = known.isObject() && others.isMissingNode();
    for (var property : value.properties()) {
      JsonNode type = known.path(property.getKey());
      JsonNode of = type.isMissingNode() ? others : type;
      if (of.isObject() && property.getValue().isContainerNode()) {
        walk(of, property.getValue(), pointer(at, property.getKey()));
      } else if (of.isMissingNode() && open && found.size() < MOST) {
        found.add(
            new Violation(
                pointer(at, property.getKey()),
                "additionalProperties",
                Wording.unknown(schema),
                Violation.typeOf(property.getValue())));
      }
    }
  }

  private static String pointer(String at, String name) {
    return at + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}

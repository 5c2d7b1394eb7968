package dev.erpsync.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule of every property in both contracts, broken once. */
@Tag("D4")
@Tag("D5")
class EveryRuleTest {
  private static final Set<String> ANSWERED = Set.of("int64", "date-time");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String SECRET = "s3cret";
  private static final Set<String> RULES =
      Set.of("type", "enum", "format", "minimum", "minLength", "maxLength", "pattern");

  /**
   * A value that breaks one rule of one property.
   *
   * @param said what the message must name
   */
  private record Broken(
      Contract contract,
      String schema,
      String pointer,
      String rule,
      JsonNode value,
      List<String> said) {
    DynamicTest test() {
      return dynamicTest("%s %s: %s".formatted(schema, pointer, rule), this::check);
    }

    private void check() {
      assertThat(contract.check(schema, value))
          .anySatisfy(
              violation -> {
                assertThat(violation.pointer()).isEqualTo(pointer);
                assertThat(violation.rule()).isEqualTo(rule);
                assertThat(violation.message()).contains(said).doesNotContain(SECRET);
              });
    }
  }

  @TestFactory
  Stream<DynamicTest> isNamedWithPointerRuleAndAllThatIsAllowed() {
    return broken().stream().map(Broken::test);
  }

  @Test
  void isOneThatHasWordsOfItsOwn() {
    Set<String> rules = new TreeSet<>();
    broken().forEach(broken -> rules.add(broken.rule()));
    assertThat(rules).containsAll(RULES).contains("required", "additionalProperties", "maxItems");
  }

  private static List<Broken> broken() {
    List<Broken> all = new ArrayList<>();
    for (Contract contract : List.of(Contract.erpSync(), Contract.emulator())) {
      for (var schema : contract.document().at("/components/schemas").properties()) {
        collect(all, contract, schema.getKey(), schema.getValue());
      }
    }
    return all;
  }

  private static void collect(List<Broken> all, Contract in, String name, JsonNode schema) {
    for (JsonNode required : schema.path("required")) {
      String at = "/" + required.asText();
      all.add(new Broken(in, name, at, "required", JSON.objectNode(), List.of("required")));
    }
    if (schema.path("additionalProperties").isBoolean()) {
      ObjectNode value = JSON.objectNode().put("a/b~c", SECRET);
      List<String> known = schema.path("properties").propertyStream().map(p -> p.getKey()).toList();
      all.add(new Broken(in, name, "/a~1b~0c", "additionalProperties", value, known));
    }
    if (schema.has("maxItems")) {
      int limit = schema.path("maxItems").asInt();
      var value = JSON.arrayNode();
      for (int i = 0; i <= limit; i++) {
        value.addNull();
      }
      all.add(
          new Broken(in, name, "", "maxItems", value, List.of("more than " + limit + " items")));
    }
    for (var property : schema.path("properties").properties()) {
      JsonNode type = in.resolve(property.getValue());
      for (String rule : RULES) {
        // Numbers of 64 bits and points in time are only ever answered.
        if (type.has(rule) && !ANSWERED.contains(type.path(rule).asText())) {
          ObjectNode value = JSON.objectNode();
          value.set(property.getKey(), breaking(rule, type));
          all.add(new Broken(in, name, "/" + property.getKey(), rule, value, said(rule, type)));
        }
      }
    }
  }

  private static JsonNode breaking(String rule, JsonNode schema) {
    return switch (rule) {
      case "type" ->
          schema.path("type").asText().equals("array") ? JSON.textNode(SECRET) : JSON.arrayNode();
      case "enum" ->
          schema.path("type").asText().equals("boolean")
              ? JSON.booleanNode(false)
              : JSON.textNode(SECRET);
      case "format" -> JSON.numberNode(1L << 40);
      case "minimum" -> JSON.numberNode(schema.path(rule).asInt() - 1);
      case "minLength" -> JSON.textNode("");
      case "maxLength" -> JSON.textNode(SECRET.repeat(schema.path(rule).asInt()));
      case "pattern" -> JSON.textNode(SECRET + ";");
      default -> throw new IllegalArgumentException(rule);
    };
  }

  private static List<String> said(String rule, JsonNode schema) {
    return switch (rule) {
      case "type" -> schema.has("enum") ? members(schema) : List.of(schema.path("type").asText());
      case "enum" -> members(schema);
      case "format" -> List.of("-2147483648", " 2147483647");
      default -> List.of(" " + schema.path(rule).asText());
    };
  }

  private static List<String> members(JsonNode schema) {
    return schema.path("enum").valueStream().map(JsonNode::asText).toList();
  }
}

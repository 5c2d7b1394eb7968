package dev.erpsync.conformance.review.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** All rules, read once from {@code rules.yaml} and {@code schema-rules.yaml}. */
public final class RuleTable {
  private static final Map<String, Rule> RULES = read();

  private RuleTable() {}

  /** All rules, in the order of the table. */
  public static List<Rule> all() {
    return List.copyOf(RULES.values());
  }

  /**
   * The rule with this id.
   *
   * @throws IllegalArgumentException when the table has none
   */
  public static Rule of(String id) {
    Rule rule = RULES.get(id);
    if (rule == null) {
      throw new IllegalArgumentException("no rule is called " + id);
    }
    return rule;
  }

  /** The rule for this side of the wire. */
  public static Rule of(Side side, String name) {
    return of(side + "-" + name);
  }

  private static Map<String, Rule> read() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (String file : List.of("rules.yaml", "schema-rules.yaml")) {
      for (var section : table(file).properties()) {
        for (var row : section.getValue().properties()) {
          rules(row.getKey(), row.getValue()).forEach(rule -> rules.put(rule.id(), rule));
        }
      }
    }
    return rules;
  }

  /** A row for both directions is two rules, each the other's counterpart. */
  private static List<Rule> rules(String name, JsonNode row) {
    List<Rule> rules = new ArrayList<>();
    for (Side side : Side.values()) {
      JsonNode cell = row.path(side.toString());
      if (cell.isArray()) {
        String prefix = side == Side.CONTRACT ? "" : side + "-";
        String mirror = row.path("mirror").asText();
        rules.add(
            new Rule(
                prefix + name,
                side,
                effect(cell.path(0)),
                effect(cell.path(1)),
                mirror.isEmpty() ? "" : prefix + mirror,
                row.path("no-mirror").asText(),
                cell.path(2).asText()));
      }
    }
    return rules;
  }

  private static Effect effect(JsonNode word) {
    return Effect.valueOf(word.asText().toUpperCase(Locale.ROOT));
  }

  private static JsonNode table(String file) {
    try (InputStream in = RuleTable.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + file);
      }
      Object rows = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return new ObjectMapper().valueToTree(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

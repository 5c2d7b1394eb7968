package dev.erpsync.conformance.review.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.review.rule.RuleTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares two schemas keyword by keyword, and what is in them. Not thread-safe. */
final class SchemaDiff {
  private static final Set<String> KNOWN =
      Set.of(
          "type",
          "format",
          "enum",
          "nullable",
          "default",
          "required",
          "properties",
          "items",
          "additionalProperties",
          "maxLength",
          "minLength",
          "maximum",
          "minimum",
          "exclusiveMaximum",
          "exclusiveMinimum",
          "maxItems",
          "minItems",
          "maxProperties",
          "minProperties",
          "pattern",
          "multipleOf",
          "uniqueItems",
          "xml",
          "allOf",
          "oneOf",
          "anyOf",
          "discriminator",
          "readOnly",
          "writeOnly",
          "x-multi-language",
          Words.NUMBERS);

  private final Changes changes;

  /** Pairs that are being compared right now: a schema may hold itself. */
  private final Set<String> open;

  SchemaDiff(Changes changes) {
    this(changes, new HashSet<>());
  }

  private SchemaDiff(Changes changes, Set<String> open) {
    this.changes = changes;
    this.open = open;
  }

  /** Compares two schemas, or references to them. */
  void compare(Pair named) {
    Pair pair = named.resolved();
    String key = pair.base().pointer() + "|" + pair.head().pointer();
    if (!open.add(key)) {
      return;
    }
    try {
      Types.names(named, changes);
      Rest.compare(pair.base(), pair.head(), pair.use(), KNOWN, changes);
      if (Types.compare(pair, changes)) {
        keywords(pair);
        XmlNames.compare(named, changes);
        new Properties(this, changes).compare(pair);
        inner(pair);
      }
    } finally {
      open.remove(key);
    }
  }

  /** Whether two schemas say the same, but for words. */
  boolean isSame(Pair pair) {
    var found = new Changes();
    new SchemaDiff(found, new HashSet<>(open)).compare(pair);
    return found.all().stream().allMatch(c -> c.rule().equals(RuleTable.of("text-changed")));
  }

  private void keywords(Pair pair) {
    Words.compare(pair, changes);
    Limit.ALL.forEach(limit -> limit.compare(pair, changes));
    Forms.compare(pair, changes);
    Flags.compare(pair, changes);
  }

  private void inner(Pair pair) {
    if (pair.base().child("items").exists() || pair.head().child("items").exists()) {
      // A missing schema allows whatever an empty one does.
      compare(pair.keyword("items").at(pair.use().down("*")));
    }
    Others.compare(pair, this, changes);
    var composition = new Composition(this, changes);
    composition.compare(pair, "oneOf", "alternative");
    composition.compare(pair, "anyOf", "alternative");
    composition.compare(pair, "allOf", "condition");
  }

  static List<String> required(Spot schema) {
    return schema.node().path("required").valueStream().map(JsonNode::asText).toList();
  }
}

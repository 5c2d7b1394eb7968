package dev.erpsync.conformance.review.diff;

import java.util.Optional;
import java.util.Set;

/** Types, formats, and the names that generated classes get. */
final class Types {
  private static final Set<String> WIDER_FORMATS = Set.of("int32>int64", "float>double");
  private static final String ANY = "";

  private Types() {}

  /** Says what changed, and whether the rest of both schemas can still be compared. */
  static boolean compare(Pair pair, Changes changes) {
    String base = type(pair.base());
    String head = type(pair.head());
    if (base.equals(head)) {
      formats(pair, changes);
      return true;
    }
    String rule =
        isWider(base, head)
            ? "type-widened"
            : isWider(head, base) ? "type-narrowed" : "type-changed";
    changes.inHead(pair.rule(rule), pair.head().child("type"), pair.use(), word(base), word(head));
    return !rule.equals("type-changed");
  }

  /** The type as a person would say it. */
  static String described(Spot named) {
    Optional<String> name = named.typeName();
    Spot schema = named.resolved();
    String format = schema.node().path("format").asText();
    String type = word(type(schema)) + (format.isEmpty() ? "" : " " + format);
    return name.map(n -> n + " (" + type + ")").orElse(type);
  }

  /** Classes are generated of objects and lists of words, and called by the component. */
  static void names(Pair named, Changes changes) {
    Pair pair = named.resolved();
    String base = named.base().typeName().orElse("");
    String head = named.head().typeName().orElse("");
    if (!base.equals(head) && hasClass(pair.base()) && hasClass(pair.head())) {
      Spot at = head.isEmpty() ? named.head() : pair.head();
      changes.inHead(pair.rule("type-renamed"), at, pair.use(), base, head);
    }
  }

  private static boolean hasClass(Spot schema) {
    boolean map =
        schema.child("additionalProperties").node().isObject()
            && !schema.child("properties").exists();
    return (type(schema).equals("object") && !map) || schema.child("enum").exists();
  }

  private static void formats(Pair pair, Changes changes) {
    Pair format = pair.keyword("format");
    if (format.isSame()) {
      return;
    }
    String base = format.base().node().asText();
    String head = format.head().node().asText();
    String rule = "format-changed";
    if (head.isEmpty() || WIDER_FORMATS.contains(base + ">" + head)) {
      rule = "format-widened";
    } else if (base.isEmpty() || WIDER_FORMATS.contains(head + ">" + base)) {
      rule = "format-narrowed";
    }
    changes.keyword(pair.rule(rule), format.base(), format.head(), pair.use());
  }

  private static boolean isWider(String narrow, String wide) {
    return wide.equals(ANY) || (narrow.equals("integer") && wide.equals("number"));
  }

  private static String type(Spot schema) {
    String type = schema.node().path("type").asText();
    if (!type.isEmpty()) {
      return type;
    }
    if (schema.child("properties").exists() || schema.child("additionalProperties").exists()) {
      return "object";
    }
    return schema.child("items").exists() ? "array" : ANY;
  }

  private static String word(String type) {
    return type.equals(ANY) ? "any" : type;
  }
}

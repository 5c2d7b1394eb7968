package dev.erpsync.conformance.review.diff;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares bodies: their media types, and the schema in each. */
final class ContentDiff {
  private static final Set<String> KNOWN = Set.of("schema", "examples", "encoding");

  private final SchemaDiff schemas;
  private final Changes changes;

  ContentDiff(SchemaDiff schemas, Changes changes) {
    this.schemas = schemas;
    this.changes = changes;
  }

  /** Compares two {@code content} objects, each of which may be missing. */
  void compare(Pair pair) {
    Map<String, Spot> base = types(pair.base());
    Map<String, Spot> head = types(pair.head());
    base.forEach(
        (type, spot) -> {
          Spot other = head.get(type);
          if (other == null) {
            changes.inBase(pair.rule("media-type-removed"), spot, pair.use().in(type), type);
          } else {
            both(type, pair.of(spot, other).at(pair.use().in(type)));
          }
        });
    head.forEach(
        (type, spot) -> {
          if (!base.containsKey(type)) {
            changes.inHead(pair.rule("media-type-added"), spot, pair.use().in(type), "", type);
          }
        });
  }

  private void both(String type, Pair pair) {
    Rest.compare(pair.base(), pair.head(), pair.use(), KNOWN, changes);
    Pair encoding = pair.keyword("encoding");
    if (!encoding.isSame()) {
      changes.keyword(pair.rule("encoding-changed"), encoding.base(), encoding.head(), pair.use());
    }
    Pair schema = pair.keyword("schema");
    boolean xml = type.endsWith("/xml") || type.endsWith("+xml");
    schemas.compare(new Pair(pair.side(), xml, pair.use(), schema.base(), schema.head()));
  }

  /** Media types are the same in any letter case (RFC 9110, section 8.3.1). */
  private static Map<String, Spot> types(Spot content) {
    Map<String, Spot> types = new LinkedHashMap<>();
    content
        .names()
        .forEach(
            name ->
                types.put(
                    name.toLowerCase(Locale.ROOT).replaceAll("\\s", ""), content.child(name)));
    return types;
  }
}

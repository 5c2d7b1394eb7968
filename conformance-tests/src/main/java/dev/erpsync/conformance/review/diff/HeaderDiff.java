package dev.erpsync.conformance.review.diff;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares documented headers of answers. */
final class HeaderDiff {
  private static final Set<String> KNOWN = Set.of("required", "schema");

  private final SchemaDiff schemas;
  private final Changes changes;

  HeaderDiff(SchemaDiff schemas, Changes changes) {
    this.schemas = schemas;
    this.changes = changes;
  }

  void compare(Pair pair) {
    Map<String, Spot> base = headers(pair.base());
    Map<String, Spot> head = headers(pair.head());
    base.forEach(
        (name, spot) -> {
          Spot other = head.get(name);
          if (other == null) {
            changes.inBase(pair.rule(required(spot) + "-header-removed"), spot, pair.use(), name);
          } else {
            both(pair.of(spot, other).at(pair.use().part(pair.use().part() + " header " + name)));
          }
        });
    head.forEach(
        (name, spot) -> {
          if (!base.containsKey(name)) {
            String rule = required(spot) + "-header-added";
            changes.inHead(pair.rule(rule), spot, pair.use(), "", name);
          }
        });
  }

  private void both(Pair named) {
    Pair pair = named.resolved();
    Rest.compare(pair.base(), pair.head(), pair.use(), KNOWN, changes);
    String base = required(pair.base());
    String head = required(pair.head());
    if (!base.equals(head)) {
      changes.inHead(pair.rule("header-became-" + head), pair.head(), pair.use(), base, head);
    }
    schemas.compare(pair.keyword("schema"));
  }

  /** Names are the same in any letter case; Content-Type is ignored (OpenAPI 3.0.3). */
  private static Map<String, Spot> headers(Spot headers) {
    Map<String, Spot> byName = new LinkedHashMap<>();
    headers.names().forEach(name -> byName.put(name.toLowerCase(Locale.ROOT), headers.child(name)));
    byName.remove("content-type");
    return byName;
  }

  private static String required(Spot header) {
    return header.resolved().isTrue("required") ? "required" : "optional";
  }
}

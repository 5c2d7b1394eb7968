package dev.erpsync.conformance.review.diff;

import dev.erpsync.conformance.review.rule.Rule;
import dev.erpsync.conformance.review.rule.RuleTable;
import dev.erpsync.conformance.review.rule.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Compares the parameters of an operation. */
final class ParameterDiff {
  private static final Set<String> KNOWN =
      Set.of(
          "name",
          "in",
          "required",
          "schema",
          "content",
          "style",
          "explode",
          "allowReserved",
          "allowEmptyValue");

  private final SchemaDiff schemas;
  private final ContentDiff content;
  private final Changes changes;

  ParameterDiff(SchemaDiff schemas, ContentDiff content, Changes changes) {
    this.schemas = schemas;
    this.content = content;
    this.changes = changes;
  }

  void compare(Endpoint before, Endpoint after) {
    Map<String, Spot> base = before.parameters();
    Map<String, Spot> head = after.parameters();
    Use use = after.use();
    List<Spot> removed = new ArrayList<>();
    base.forEach(
        (key, spot) -> {
          Spot other = head.get(key);
          if (other == null) {
            removed.add(spot);
          } else {
            both(pair(spot, other, use));
          }
        });
    List<Spot> added = new ArrayList<>();
    head.forEach(
        (key, spot) -> {
          if (!base.containsKey(key)) {
            added.add(spot);
          }
        });
    // A path parameter has no name on the wire.
    rejoin(removed, added, "path", use);
    rejoin(removed, added, "parameter-moved", use);
    rejoin(removed, added, "parameter-renamed", use);
    removed.forEach(
        spot ->
            changes.inBase(
                rule(required(spot) + "-parameter-removed"), spot, of(use, spot), key(spot)));
    added.forEach(
        spot ->
            changes.inHead(
                rule(required(spot) + "-parameter-added"), spot, of(use, spot), "", key(spot)));
  }

  /** Takes those out of both lists that are one parameter, known by another name or place. */
  private void rejoin(List<Spot> removed, List<Spot> added, String how, Use use) {
    for (Spot old : List.copyOf(removed)) {
      Optional<Spot> same = only(added, spot -> isSame(old, spot, how, use));
      if (same.isPresent() && only(removed, o -> isSame(o, same.get(), how, use)).isPresent()) {
        Spot spot = same.get();
        removed.remove(old);
        added.remove(spot);
        if (!how.equals("path")) {
          changes.inHead(rule(how), spot, of(use, spot), key(old), key(spot));
        }
        both(pair(old, spot, use));
      }
    }
  }

  private boolean isSame(Spot old, Spot spot, String how, Use use) {
    boolean sameName = text(old, "name").equals(text(spot, "name"));
    boolean sameIn = text(old, "in").equals(text(spot, "in"));
    if (how.equals("parameter-moved")) {
      return sameName && !sameIn;
    }
    boolean path = text(spot, "in").equals("path");
    return sameIn
        && path == how.equals("path")
        && old.isTrue("required") == spot.isTrue("required")
        && schemas.isSame(pair(old, spot, use).keyword("schema"));
  }

  private void both(Pair pair) {
    Rest.compare(pair.base(), pair.head(), pair.use(), KNOWN, changes);
    boolean base = pair.base().isTrue("required");
    boolean head = pair.head().isTrue("required");
    if (base != head) {
      changes.inHead(
          rule(head ? "parameter-became-required" : "parameter-became-optional"),
          pair.head(),
          pair.use(),
          required(pair.base()),
          required(pair.head()));
    }
    boolean moved = !text(pair.base(), "in").equals(text(pair.head(), "in"));
    if (!moved && !style(pair.base()).equals(style(pair.head()))) {
      changes.inHead(
          rule("parameter-style-changed"),
          pair.head(),
          pair.use(),
          style(pair.base()),
          style(pair.head()));
    }
    schemas.compare(pair.keyword("schema"));
    content.compare(pair.keyword("content"));
  }

  /** How values are written, with the defaults of OpenAPI 3.0.3 (Parameter Object). */
  private static String style(Spot parameter) {
    String in = text(parameter, "in");
    boolean form = in.equals("query") || in.equals("cookie");
    String style = parameter.node().path("style").asText(form ? "form" : "simple");
    boolean explode = parameter.node().path("explode").asBoolean(style.equals("form"));
    return style
        + (explode ? " explode" : "")
        + (parameter.isTrue("allowReserved") ? " allowReserved" : "")
        + (parameter.isTrue("allowEmptyValue") ? " allowEmptyValue" : "");
  }

  private static Pair pair(Spot base, Spot head, Use use) {
    return new Pair(Side.REQUEST, false, of(use, head), base, head);
  }

  private static Use of(Use use, Spot parameter) {
    return use.part("parameter " + text(parameter, "name"));
  }

  private static String required(Spot parameter) {
    return parameter.isTrue("required") ? "required" : "optional";
  }

  private static String key(Spot parameter) {
    return text(parameter, "name") + " in " + text(parameter, "in");
  }

  private static String text(Spot spot, String name) {
    return spot.node().path(name).asText();
  }

  private static Optional<Spot> only(List<Spot> spots, Predicate<Spot> test) {
    List<Spot> found = spots.stream().filter(test).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static Rule rule(String name) {
    return RuleTable.of(Side.REQUEST, name);
  }
}

package dev.erpsync.conformance.review.diff;

import dev.erpsync.conformance.review.rule.Side;
import java.util.ArrayList;
import java.util.List;

/** The properties of objects: those that both have, those that came and went, and renamed ones. */
final class Properties {
  private final SchemaDiff schemas;
  private final Changes changes;

  Properties(SchemaDiff schemas, Changes changes) {
    this.schemas = schemas;
    this.changes = changes;
  }

  void compare(Pair objects) {
    List<String> base = visible(objects.base(), objects.side());
    List<String> head = visible(objects.head(), objects.side());
    List<String> removed = without(base, head);
    List<String> added = without(head, base);
    renamed(objects, removed, added);
    base.stream().filter(head::contains).forEach(name -> both(objects, name));
    removed.forEach(name -> removed(objects, name));
    added.forEach(name -> added(objects, name));
  }

  private void both(Pair objects, String name) {
    Pair property = property(objects, name, name);
    boolean base = isRequired(objects.base(), name);
    boolean head = isRequired(objects.head(), name);
    if (base != head) {
      changes.inHead(
          objects.rule(head ? "property-became-required" : "property-became-optional"),
          property.head(),
          property.use(),
          base ? "required" : "optional",
          head ? "required" : "optional");
    }
    schemas.compare(property);
  }

  /** One that went and one that came, alike but for the name, and no other like them. */
  private void renamed(Pair objects, List<String> removed, List<String> added) {
    for (String old : List.copyOf(removed)) {
      List<String> like = added.stream().filter(name -> isAlike(objects, old, name)).toList();
      if (like.size() == 1
          && removed.stream().filter(o -> isAlike(objects, o, like.get(0))).count() == 1) {
        String name = like.get(0);
        Pair property = property(objects, old, name);
        changes.inHead(
            objects.rule("property-renamed"), property.head(), property.use(), old, name);
        removed.remove(old);
        added.remove(name);
      }
    }
  }

  private boolean isAlike(Pair objects, String old, String name) {
    return isRequired(objects.base(), old) == isRequired(objects.head(), name)
        && schemas.isSame(property(objects, old, name));
  }

  private void removed(Pair objects, String name) {
    Spot property = objects.base().down("properties", name);
    boolean required = isRequired(objects.base(), name);
    boolean promised = required && objects.side() == Side.RESPONSE;
    String rule = required ? "required-property-removed" : "optional-property-removed";
    if (Others.isClosed(objects.head()) && !promised) {
      rule = "property-removed-from-closed";
    }
    changes.inBase(
        objects.rule(rule), property, objects.use().down(name), Types.described(property));
  }

  private void added(Pair objects, String name) {
    Spot property = objects.head().down("properties", name);
    boolean required = isRequired(objects.head(), name);
    boolean demanded = required && objects.side() == Side.REQUEST;
    String rule = required ? "required-property-added" : "optional-property-added";
    if (Others.isClosed(objects.base()) && !demanded) {
      rule = "property-added-to-closed";
    }
    changes.inHead(
        objects.rule(rule), property, objects.use().down(name), "", Types.described(property));
  }

  private static Pair property(Pair objects, String old, String name) {
    return objects
        .of(objects.base().down("properties", old), objects.head().down("properties", name))
        .at(objects.use().down(name));
  }

  /** What travels this way: nobody sends what is read-only, or is answered what is write-only. */
  private static List<String> visible(Spot object, Side side) {
    String hidden = side == Side.REQUEST ? "readOnly" : "writeOnly";
    Spot properties = object.child("properties");
    return properties.names().stream()
        .filter(name -> !properties.child(name).resolved().isTrue(hidden))
        .toList();
  }

  private static List<String> without(List<String> some, List<String> others) {
    List<String> rest = new ArrayList<>(some);
    rest.removeAll(others);
    return rest;
  }

  private static boolean isRequired(Spot object, String name) {
    return SchemaDiff.required(object).contains(name);
  }
}

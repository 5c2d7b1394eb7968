package dev.erpsync.conformance.review.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.review.rule.RuleTable;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Components that no operation uses; those that one does are compared where they are used. */
final class UnusedComponents {
  private static final List<String> ELSEWHERE = List.of("securitySchemes", "examples");

  private UnusedComponents() {}

  static void compare(Spot baseRoot, Spot headRoot, Changes changes) {
    Spot base = baseRoot.child("components");
    Spot head = headRoot.child("components");
    Set<String> inBase = used(baseRoot);
    Set<String> inHead = used(headRoot);
    Set<String> sections = new LinkedHashSet<>(base.names());
    sections.addAll(head.names());
    sections.removeAll(ELSEWHERE);
    for (String section : sections) {
      Set<String> names = new LinkedHashSet<>(base.child(section).names());
      names.addAll(head.child(section).names());
      for (String name : names) {
        Spot before = base.down(section, name);
        Spot after = head.down(section, name);
        boolean unused = !inBase.contains(before.pointer()) && !inHead.contains(after.pointer());
        if (unused && !before.node().equals(after.node())) {
          changes.keyword(RuleTable.of("unused-component-changed"), before, after, Use.CONTRACT);
        }
      }
    }
  }

  private static Set<String> used(Spot root) {
    Set<String> used = new HashSet<>();
    follow(root.child("paths").node(), root.node(), used);
    return used;
  }

  private static void follow(JsonNode node, JsonNode document, Set<String> used) {
    JsonNode ref = node.path("$ref");
    if (ref.isTextual() && ref.textValue().startsWith("#/")) {
      String pointer = ref.textValue().substring(1);
      if (used.add(pointer)) {
        follow(document.at(pointer), document, used);
      }
    }
    node.forEach(child -> follow(child, document, used));
  }
}

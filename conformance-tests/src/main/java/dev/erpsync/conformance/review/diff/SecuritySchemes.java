package dev.erpsync.conformance.review.diff;

import dev.erpsync.conformance.review.rule.RuleTable;
import java.util.Set;

/** Compares how credentials are sent, scheme by scheme. */
final class SecuritySchemes {
  private static final Set<String> FORM =
      Set.of("type", "in", "name", "scheme", "flows", "openIdConnectUrl");

  private SecuritySchemes() {}

  static void compare(Spot baseRoot, Spot headRoot, Changes changes) {
    Spot base = baseRoot.down("components", "securitySchemes");
    Spot head = headRoot.down("components", "securitySchemes");
    for (String name : base.names()) {
      Spot before = base.child(name);
      Spot after = head.child(name);
      if (after.exists()) {
        Rest.compare(before, after, Use.CONTRACT, FORM, changes);
        if (!form(before).equals(form(after))) {
          changes.inHead(
              RuleTable.of("security-scheme-changed"),
              after,
              Use.CONTRACT,
              form(before),
              form(after));
        }
      }
    }
  }

  private static String form(Spot scheme) {
    var form = new StringBuilder();
    FORM.stream()
        .sorted()
        .filter(keyword -> scheme.child(keyword).exists())
        .forEach(
            keyword ->
                form.append(keyword)
                    .append(' ')
                    .append(Changes.text(scheme.child(keyword).node()))
                    .append("; "));
    return form.toString().replaceFirst("; $", "");
  }
}

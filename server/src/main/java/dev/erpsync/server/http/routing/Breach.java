package dev.erpsync.server.http.routing;

import dev.erpsync.spec.Violation;
import java.util.List;

/**
 * A rule of the contract that one side of an exchange breaks.
 *
 * @param side where to look, such as {@code request body}
 * @param violation what is wrong there
 */
public record Breach(String side, Violation violation) {
  private static final int SHOWN = 10;

  /** The same side of all these. */
  public static List<Breach> all(String side, List<Violation> violations) {
    return violations.stream().map(violation -> new Breach(side, violation)).toList();
  }

  /** The first few, for a person; a side is named once for all that follows. */
  public static String describe(List<Breach> breaches) {
    var text = new StringBuilder();
    String side = "";
    for (Breach breach : breaches.stream().limit(SHOWN).toList()) {
      text.append(text.isEmpty() ? "" : "; ")
          .append(breach.side().equals(side) ? "" : breach.side() + ", ")
          .append(breach.violation());
      side = breach.side();
    }
    return text.toString();
  }
}

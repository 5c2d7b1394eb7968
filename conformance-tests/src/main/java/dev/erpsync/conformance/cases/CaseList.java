package dev.erpsync.conformance.cases;

import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.spec.Case;
import java.util.List;

/** Which cases are replayed in which encoding, and under which name. */
public final class CaseList {
  private CaseList() {}

  /**
   * The cases that say something in an encoding: in JSON all, in others those that are not about
   * the encoding itself.
   */
  public static List<Case> in(Encoding encoding, List<Case> cases) {
    return cases.stream()
        .filter(each -> encoding == Encoding.JSON || each.request().isIndependentOfEncoding())
        .toList();
  }

  /** The name under which a case is reported. */
  public static String name(Case each, Encoding encoding) {
    return "%s / %s / server / %s".formatted(each.sample().operation(), each.name(), encoding);
  }
}

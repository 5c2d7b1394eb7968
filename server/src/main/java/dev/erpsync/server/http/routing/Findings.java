package dev.erpsync.server.http.routing;

import dev.erpsync.spec.Violation;
import java.util.ArrayList;
import java.util.List;

/** What the steps of one exchange noticed, for the journal. Only used by the request's thread. */
public final class Findings {
  private final List<Breach> breaches = new ArrayList<>();
  private final List<Violation> otherCase = new ArrayList<>();
  private final List<Violation> unknown = new ArrayList<>();

  /** Notes rules that were broken. */
  public void addBreaches(List<Breach> more) {
    breaches.addAll(more);
  }

  /** Notes names in another letter case. */
  public void addOtherCase(List<Violation> more) {
    otherCase.addAll(more);
  }

  /** Notes unknown properties. */
  public void addUnknown(List<Violation> more) {
    unknown.addAll(more);
  }

  /** Rules that were broken. */
  public List<Breach> breaches() {
    return breaches;
  }

  /** Names that the contract has in another letter case. */
  public List<Violation> otherCase() {
    return otherCase;
  }

  /** Properties that the contract does not know. */
  public List<Violation> unknown() {
    return unknown;
  }
}

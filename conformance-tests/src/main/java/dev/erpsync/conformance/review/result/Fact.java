package dev.erpsync.conformance.review.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One change for people. A part that requests and responses use gives a finding for each direction,
 * such as a renamed property; each needs its own approval, but it is one change.
 *
 * @param findings at least one, all with the same place and the same values
 */
public record Fact(List<Finding> findings) {
  private record Key(String place, String before, String after) {}

  /** Copies the list. */
  public Fact {
    findings = List.copyOf(findings);
  }

  /** The facts that these findings tell, in the order of their first findings. */
  public static List<Fact> of(Collection<Finding> findings) {
    Map<Key, List<Finding>> facts = new LinkedHashMap<>();
    for (Finding finding : findings) {
      var change = finding.change();
      var key = new Key(change.place(), change.before(), change.after());
      facts.computeIfAbsent(key, unused -> new ArrayList<>()).add(finding);
    }
    return facts.values().stream().map(Fact::new).toList();
  }

  /** The finding that stands for what they have in common. */
  public Finding first() {
    return findings.get(0);
  }

  /** Whether it breaks something that is not approved. */
  public boolean isOpenBreak() {
    return findings.stream().anyMatch(Finding::isOpenBreak);
  }

  /** Where it is used, each once. */
  public List<String> uses() {
    return findings.stream().flatMap(finding -> finding.uses().stream()).distinct().toList();
  }
}

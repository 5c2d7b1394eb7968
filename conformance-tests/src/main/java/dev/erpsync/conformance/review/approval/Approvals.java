package dev.erpsync.conformance.review.approval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The approvals of one review, and which of them were needed. Not thread-safe. */
public final class Approvals {
  private final List<Approval> all;
  private final String base;
  private final String head;
  private final Set<Approval> used = new LinkedHashSet<>();

  /**
   * Approvals for the step from one version to another.
   *
   * @param base version of the old contract
   * @param head version of the new one
   */
  public Approvals(List<Approval> all, String base, String head) {
    this.all = List.copyOf(all);
    this.base = base;
    this.head = head;
  }

  /** The approval of the change with this fingerprint; remembers that it was needed. */
  public Optional<Approval> find(String fingerprint) {
    Optional<Approval> found =
        all.stream()
            .filter(each -> each.fingerprint().equals(fingerprint))
            .filter(each -> VersionCheck.applies(each, base, head))
            .findFirst();
    found.ifPresent(used::add);
    return found;
  }

  /** Those that no change needed so far, in the order of the file. */
  public List<Approval> unused() {
    return all.stream().filter(each -> !used.contains(each)).toList();
  }
}

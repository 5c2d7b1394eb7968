package dev.erpsync.conformance.review.diff;

import dev.erpsync.conformance.review.rule.RuleTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares two contracts. */
public final class ContractDiff {
  private static final Set<String> KNOWN =
      Set.of("info", "servers", "tags", "paths", "components", "security");

  private ContractDiff() {}

  /**
   * All differences, in the order of the contract: what it says of itself, operations, security,
   * samples, and what nothing uses.
   *
   * @throws UnusableContractException when a reference in one of them leads nowhere
   */
  public static List<Change> of(ReviewedContract base, ReviewedContract head) {
    var changes = new Changes();
    Spot baseRoot = Spot.root(base);
    Spot headRoot = Spot.root(head);
    Rest.compare(baseRoot, headRoot, Use.CONTRACT, KNOWN, changes);
    info(baseRoot.child("info"), headRoot.child("info"), changes);
    var servers = new NamedList("url", "server", changes);
    servers.compare(baseRoot.child("servers"), headRoot.child("servers"));
    var tags = new NamedList("name", "tag", changes);
    tags.compare(baseRoot.child("tags"), headRoot.child("tags"));
    List<Match> matches = Match.of(Endpoint.all(baseRoot), Endpoint.all(headRoot));
    var operations = new OperationDiff(changes);
    matches.forEach(operations::compare);
    SecuritySchemes.compare(baseRoot, headRoot, changes);
    new SampleDiff(base, head, changes).compare(matches);
    UnusedComponents.compare(baseRoot, headRoot, changes);
    return changes.all();
  }

  /** The operations of a contract of which no sample shows how they are meant, in its order. */
  public static List<String> withoutSamples(ReviewedContract contract) {
    return Endpoint.all(Spot.root(contract)).stream()
        .filter(endpoint -> endpoint.hasBodies() && SampleBody.of(endpoint).isEmpty())
        .map(Endpoint::name)
        .toList();
  }

  private static void info(Spot base, Spot head, Changes changes) {
    Rest.compare(base, head, Use.CONTRACT, Set.of("version"), changes);
    Spot before = base.child("version");
    Spot after = head.child("version");
    if (!before.node().equals(after.node())) {
      changes.keyword(RuleTable.of("version-changed"), before, after, Use.CONTRACT);
    }
  }

  /**
   * An operation of the old contract, and what became of it.
   *
   * @param base empty when it is new
   * @param head empty when it is gone
   */
  record Match(Optional<Endpoint> base, Optional<Endpoint> head) {
    /** By method and path, and those that are left over by operation id. */
    static List<Match> of(List<Endpoint> base, List<Endpoint> head) {
      return Matching.of(base, head);
    }
  }
}

package dev.erpsync.conformance.run;

import dev.erpsync.conformance.cases.Secrets;
import dev.erpsync.conformance.matrix.Outcome;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Refusal;
import dev.erpsync.spec.Sample;
import dev.erpsync.spec.Scenario;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to have replayed, in options.
 *
 * @param baseUrl root of the target
 * @param encodings how bodies are written
 * @param kinds what is replayed beside the documented exchanges
 * @param own scenarios beside those of the contract
 * @param secrets who can be played
 * @param connector a connector that the target has
 */
public record Wish(
    URI baseUrl,
    List<Encoding> encodings,
    Set<Kind> kinds,
    List<Scenario> own,
    Secrets secrets,
    Optional<Integer> connector) {

  /** As this, in other encodings. */
  public Wish in(List<Encoding> others) {
    return new Wish(baseUrl, others, kinds, own, secrets, connector);
  }

  /** As this, with other kinds. */
  public Wish of(Set<Kind> others) {
    return new Wish(baseUrl, encodings, others, own, secrets, connector);
  }

  /** As this, with other scenarios beside those of the contract. */
  public Wish playing(List<Scenario> others) {
    return new Wish(baseUrl, encodings, kinds, List.copyOf(others), secrets, connector);
  }

  /** As this, with other credentials. */
  public Wish as(Secrets others) {
    return new Wish(baseUrl, encodings, kinds, own, others, connector);
  }

  /** As this, with a connector that the target has. */
  public Wish on(int id) {
    return new Wish(baseUrl, encodings, kinds, own, secrets, Optional.of(id));
  }

  /** What has to be done for it. */
  public Plan plan(Contract contract, Exchanges exchanges) {
    List<Case> beyond =
        kinds.contains(Kind.CASES) || kinds.contains(Kind.MATRIX) ? Case.all() : List.of();
    List<Scenario> scenarios =
        new ArrayList<>(kinds.contains(Kind.SCENARIOS) ? Scenario.all() : List.of());
    scenarios.addAll(own);
    return new Plan(
        baseUrl,
        exchanges.all(),
        exchanges.recorded(),
        encodings,
        List.copyOf(scenarios),
        kinds.contains(Kind.CASES) ? beyond : List.of(),
        kinds.contains(Kind.REFUSALS) ? Refusal.all() : List.of(),
        kinds.contains(Kind.MATRIX) ? Outcome.all(contract, Sample.all(), beyond) : List.of(),
        secrets,
        kinds.contains(Kind.THROTTLING),
        connector);
  }
}

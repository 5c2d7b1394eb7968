package dev.erpsync.conformance.matrix;

import dev.erpsync.spec.Caller;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be asked for in any encoding.
 *
 * @param asked the call
 * @param name under which it is shown
 * @param weighted whether another type is accepted too, at a lower quality
 */
public record Outcome(Case asked, String name, boolean weighted) {

  /**
   * All outcomes, by operation: every sample; the first once more with two accepted types; every
   * case that says the same in every encoding. A guessed password costs the target a slow hash, on
   * purpose; it is tried once an encoding, and a made-up ticket in every pair instead.
   */
  public static List<Outcome> all(Contract contract, List<Sample> samples, List<Case> cases) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      List<Case> asked =
          samples.stream()
              .filter(sample -> sample.operation().equals(operation.id()))
              .map(Case::of)
              .toList();
      asked.forEach(each -> outcomes.add(new Outcome(each, each.name(), false)));
      asked.stream()
          .limit(1)
          .forEach(each -> outcomes.add(new Outcome(each, each.name() + " weighted", true)));
      cases.stream()
          .filter(each -> each.sample().operation().equals(operation.id()))
          .filter(each -> each.request().isIndependentOfEncoding())
          .filter(each -> each.request().caller() != Caller.WRONG)
          .forEach(each -> outcomes.add(new Outcome(each, each.name(), false)));
    }
    return List.copyOf(outcomes);
  }
}

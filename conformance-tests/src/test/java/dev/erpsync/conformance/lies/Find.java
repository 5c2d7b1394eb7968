package dev.erpsync.conformance.lies;

import dev.erpsync.spec.Case;
import dev.erpsync.spec.Refusal;
import dev.erpsync.spec.Sample;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What exchanges are called by. */
final class Find {
  private static final List<Sample> SAMPLES = Sample.all();
  private static final List<Case> CASES = Case.all();
  private static final List<Refusal> REFUSALS = Refusal.all();

  private Find() {}

  static Optional<Sample> sample(Told told) {
    return SAMPLES.stream()
        .filter(s -> s.operation().equals(told.operation()) && s.variant().equals(told.name()))
        .findFirst();
  }

  /** A case, or a sample as one. */
  static Case asked(Told told) {
    return Stream.concat(sample(told).map(Case::of).stream(), CASES.stream())
        .filter(
            each ->
                each.sample().operation().equals(told.operation())
                    && each.name().equals(told.name()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such exchange: " + told));
  }

  static Refusal refusal(String name) {
    return REFUSALS.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such refusal: " + name));
  }
}

package dev.erpsync.conformance.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.spec.Sample;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The sample that a request is meant for: the one with the fewest differences.
 *
 * @param sample the sample
 * @param differences where the request says something else; empty when it is the documented one
 */
record Closest(Sample sample, List<Difference> differences) {
  /** Finds it among the samples of an operation; empty when there are none. */
  static Optional<Closest> of(
      List<Sample> samples, String operation, JsonNode sent, SameMeaning meaning) {
    return samples.stream()
        .filter(sample -> sample.operation().equals(operation))
        .map(sample -> new Closest(sample, meaning.compare(documented(sample), sent)))
        .min(Comparator.comparingInt(each -> each.differences().size()));
  }

  private static JsonNode documented(Sample sample) {
    return sample.request().body().orElseGet(MissingNode::getInstance);
  }
}

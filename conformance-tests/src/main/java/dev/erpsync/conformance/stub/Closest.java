package dev.erpsync.conformance.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.conformance.format.QueryArguments;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
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
  /**
   * Finds it among the samples of an operation; empty when there are none.
   *
   * @param sent the body, or the arguments in the query of an operation without one
   */
  static Optional<Closest> of(
      Contract contract,
      List<Sample> samples,
      Operation operation,
      JsonNode sent,
      SameMeaning meaning) {
    return samples.stream()
        .filter(sample -> sample.operation().equals(operation.id()))
        .map(sample -> of(contract, sample, operation, sent, meaning))
        .min(Comparator.comparingInt(each -> each.differences().size()));
  }

  private static Closest of(
      Contract contract, Sample sample, Operation operation, JsonNode sent, SameMeaning meaning) {
    if (!operation.requestTypes().isEmpty()) {
      JsonNode body = sample.request().body().orElseGet(MissingNode::getInstance);
      return new Closest(sample, meaning.compare(body, sent));
    }
    JsonNode arguments = QueryArguments.of(contract, operation, sample.request().query());
    return new Closest(
        sample, meaning.compare(arguments, sent).stream().map(Closest::inQuery).toList());
  }

  private static Difference inQuery(Difference found) {
    return new Difference("query " + found.where().substring(1), found.expected(), found.found());
  }
}

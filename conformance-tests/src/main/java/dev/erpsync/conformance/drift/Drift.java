package dev.erpsync.conformance.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.review.diff.ReviewedContract;
import dev.erpsync.conformance.review.source.YamlRecords.Text;
import dev.erpsync.spec.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a vendor's description and our contract differ.
 *
 * @param vendor the vendor's description
 * @param ours our contract
 * @param explained the differences that each departure explains, in the order of the departures
 * @param unexplained the other differences
 * @param stale explanations that no difference needs
 */
record Drift(
    Side vendor,
    Side ours,
    Map<Departure, List<Difference>> explained,
    List<Difference> unexplained,
    List<Stale> stale) {
  /**
   * One of the two.
   *
   * @param name how it was named
   * @param title title and version, as the description has them
   * @param operations how many it has
   */
  record Side(String name, String title, int operations) {
    static Side of(String name, ReviewedContract contract) {
      JsonNode document = contract.document();
      String title = document.at("/info/title").asText() + " " + contract.version();
      return new Side(name, title.strip(), Contract.of(document).operations().size());
    }

    @Override
    public String toString() {
      return "%s, %d operations (%s)".formatted(title, operations, name);
    }
  }

  /** An explanation of a difference that is not there. */
  record Stale(String decision, Text pattern) {
    @Override
    public String toString() {
      return "%s, line %d: %s".formatted(decision, pattern.line(), pattern.value());
    }
  }

  /** Explains each difference by the first departure that does. */
  static Drift of(
      Side vendor, Side ours, List<Difference> differences, List<Departure> departures) {
    Map<Departure, List<Difference>> explained = new LinkedHashMap<>();
    departures.forEach(departure -> explained.put(departure, new ArrayList<>()));
    List<Difference> unexplained = new ArrayList<>();
    for (Difference difference : differences) {
      departures.stream()
          .filter(departure -> departure.explains(difference))
          .findFirst()
          .map(explained::get)
          .orElse(unexplained)
          .add(difference);
    }
    List<Stale> stale = new ArrayList<>();
    for (Departure departure : departures) {
      departure.stale(differences).forEach(p -> stale.add(new Stale(departure.decision(), p)));
    }
    return new Drift(vendor, ours, explained, unexplained, stale);
  }

  /** Whether every difference is explained, and every explanation needed. */
  boolean isExplained() {
    return unexplained.isEmpty() && stale.isEmpty();
  }

  /** The outcome in one line. */
  String sum() {
    int count = explained.values().stream().mapToInt(List::size).sum();
    return "%d explained, %d unexplained, %d stale"
        .formatted(count, unexplained.size(), stale.size());
  }
}

package dev.erpsync.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sequence of calls, each of which builds on those before it.
 *
 * @param topic name of the file that holds it
 * @param name a sentence, unique
 * @param because what asks for the answers, with the number of a decision
 * @param given the state to put in place, in the form of {@code EmulatorState}
 * @param first steps that put in place what the others need, through the operations themselves
 * @param steps what the scenario shows
 * @param last steps that take away what was made; they are made even after a step that failed
 */
public record Scenario(
    String topic,
    String name,
    String because,
    JsonNode given,
    List<Step> first,
    List<Step> steps,
    List<Step> last) {
  private static final String CONNECTORS = "Connectors";

  /** All scenarios of the contract, by topic. */
  public static List<Scenario> all() {
    var reader = new ScenarioReader(Contract.erpSync(), Sample.all());
    return Contract.resource("scenarios.json")
        .propertyStream()
        .flatMap(topic -> reader.read(topic.getKey(), topic.getValue()).stream())
        .toList();
  }

  /**
   * Scenarios that somebody else wrote.
   *
   * @param topic what they are about, for people
   * @param written one file of them, without {@linkplain ScenarioFault#of faults}
   */
  public static List<Scenario> of(String topic, JsonNode written) {
    return new ScenarioReader(Contract.erpSync(), Sample.all()).read(topic, written);
  }

  /** Whether one connector, whichever, is all that has to be there before. */
  public boolean needsOneConnectorOnly() {
    return given.size() == 1 && given.path(CONNECTORS).size() == 1;
  }

  /** The first connector of the given state; a missing node when it has none. */
  public JsonNode connector() {
    return given.path(CONNECTORS).path(0).path("ErpConnectorId");
  }

  /** Whether it says the same whatever its bodies are written in. */
  public boolean isIndependentOfEncoding() {
    return every().allMatch(Step::isIndependentOfEncoding);
  }

  /** All steps, in the order in which they are made. */
  public Stream<Step> every() {
    return Stream.of(first, steps, last).flatMap(List::stream);
  }

  @Override
  public String toString() {
    return name;
  }
}

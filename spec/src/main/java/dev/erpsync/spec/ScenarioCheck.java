package dev.erpsync.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks for faults in a file of scenarios. For one file; not thread-safe. */
final class ScenarioCheck {
  private static final Set<String> SCENARIO = Set.of("because", "given", "first", "steps", "last");
  private static final List<String> LISTS = List.of("first", "steps", "last");

  private final ScenarioReader reader;
  private final List<ScenarioFault> faults = new ArrayList<>();

  ScenarioCheck(ScenarioReader reader) {
    this.reader = reader;
  }

  List<ScenarioFault> check(JsonNode written) {
    JsonPointer root = JsonPointer.empty();
    if (!written.isObject() || written.isEmpty()) {
      fault(root, "scenarios are written by name, each with because and steps");
      return faults;
    }
    for (var each : written.properties()) {
      if (!ScenarioReader.isDefinition(each.getKey())) {
        scenario(root.appendProperty(each.getKey()), each.getKey(), each.getValue());
      }
    }
    return List.copyOf(faults);
  }

  private void scenario(JsonPointer at, String name, JsonNode written) {
    if (name.contains(" / ")) {
      fault(at, "' / ' cannot stand in a name");
    }
    if (!written.isObject()) {
      fault(at, "a scenario has because and steps");
      return;
    }
    for (var word : written.properties()) {
      if (!SCENARIO.contains(word.getKey())) {
        fault(at.appendProperty(word.getKey()), "a scenario has no " + word.getKey());
      }
    }
    if (!written.path("because").isTextual()) {
      fault(at, "because is missing");
    }
    if (written.path("steps").isEmpty()) {
      fault(at, "steps are missing");
    }
    given(at, written);
    Set<String> known =
        new TreeSet<>(Set.of(Variables.CALLER, Variables.CONNECTOR, Variables.UNIQUE));
    for (String list : LISTS) {
      steps(at.appendProperty(list), written.path(list), known);
    }
  }

  private void given(JsonPointer at, JsonNode written) {
    JsonPointer place = at.appendProperty("given");
    reader
        .given(written)
        .ifPresentOrElse(
            state ->
                Contract.emulator()
                    .check("EmulatorState", state)
                    .forEach(
                        violation ->
                            fault(
                                place.append(JsonPointer.compile(violation.pointer())),
                                violation.message())),
            () -> fault(place, "no sample has the name " + written.path("given").asText()));
  }

  private void steps(JsonPointer at, JsonNode steps, Set<String> known) {
    if (!steps.isArray() && !steps.isMissingNode()) {
      fault(at, "steps are a list");
      return;
    }
    for (int i = 0; i < steps.size(); i++) {
      JsonPointer place = at.appendIndex(i);
      for (String name : Variables.used(steps.get(i))) {
        if (!known.contains(name)) {
          fault(place, "nothing is remembered as " + name);
        }
      }
      new StepCheck(reader, this::fault).check(place, steps.get(i));
      steps.get(i).path("remember").fieldNames().forEachRemaining(known::add);
    }
  }

  private void fault(JsonPointer at, String what) {
    faults.add(new ScenarioFault(at, what));
  }
}

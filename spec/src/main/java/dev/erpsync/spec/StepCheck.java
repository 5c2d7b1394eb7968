package dev.erpsync.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.erpsync.spec.codec.CodecException;
import dev.erpsync.spec.codec.JsonPatchCodec;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for faults in the steps of scenarios. */
final class StepCheck {
  static final int MOST_CALLERS = 64;

  private static final Set<String> WORDS =
      Stream.concat(
              Step.REQUEST.stream(),
              Stream.of(
                  "call",
                  "sample",
                  "body",
                  "language",
                  "race",
                  "expect",
                  "remember",
                  "state",
                  "unless"))
          .collect(Collectors.toSet());
  private static final Set<String> EXPECT =
      Set.of(
          "status",
          "headers",
          "names",
          "hides",
          "errorType",
          "value",
          "values",
          "oneOf",
          "matches",
          "keys",
          "times");
  private static final Set<String> OBJECTS = Set.of("headers", "remember", "state");

  private final ScenarioReader reader;
  private final BiConsumer<JsonPointer, String> faults;

  StepCheck(ScenarioReader reader, BiConsumer<JsonPointer, String> faults) {
    this.reader = reader;
    this.faults = faults;
  }

  void check(JsonPointer at, JsonNode step) {
    if (!step.isObject()) {
      faults.accept(at, "a step has call and expect");
      return;
    }
    words(at, step, WORDS, "a step");
    for (String word : OBJECTS) {
      if (step.has(word) && !step.path(word).isObject()) {
        faults.accept(at.appendProperty(word), word + " has names and values");
      }
    }
    if (step.has("language") && !step.path("language").isTextual()) {
      faults.accept(at.appendProperty("language"), "a language is a text; put no into quotes");
    }
    call(at, step);
    race(at, step);
    credentials(at, step);
    JsonPointer remember = at.appendProperty("remember");
    step.path("remember")
        .properties()
        .forEach(e -> pointer(remember.appendProperty(e.getKey()), e.getValue().asText()));
  }

  private void call(JsonPointer at, JsonNode step) {
    String call = step.path("call").asText();
    if (!reader.knows(call)) {
      JsonPointer place = step.has("call") ? at.appendProperty("call") : at;
      faults.accept(
          place, call.isEmpty() ? "call is missing" : "the contract has no operation " + call);
      return;
    }
    Optional<Sample> sample = reader.sample(step);
    if (sample.isEmpty()) {
      faults.accept(
          at.appendProperty("sample"),
          "%s has no sample %s".formatted(call, step.path("sample").asText()));
      return;
    }
    JsonNode body = step.path("body");
    if (body.isArray()) {
      try {
        JsonNode documented = sample.get().request().body().orElseThrow();
        new JsonPatchCodec().apply(body, documented);
      } catch (CodecException e) {
        faults.accept(at.appendProperty("body"), String.valueOf(e.getMessage()));
      }
    } else if (!body.isObject() && !body.isMissingNode()) {
      faults.accept(at.appendProperty("body"), "a body is an object, or a JSON Patch");
    }
  }

  private void race(JsonPointer at, JsonNode step) {
    JsonNode race = step.path("race");
    JsonPointer place = at.appendProperty("race");
    if (step.has("race")
        && (!race.isInt() || race.intValue() < 2 || race.intValue() > MOST_CALLERS)) {
      faults.accept(place, "a race has 2 to %d callers".formatted(MOST_CALLERS));
    }
    if (step.has("race") && step.has("unless")) {
      faults.accept(at.appendProperty("unless"), "a race has no unless");
    }
    JsonNode expect = step.path("expect");
    if (step.has("race") && step.has("remember") && expect.path(0).path("times").asInt(0) != 1) {
      faults.accept(
          place, "of a race only the answer can be remembered that is expected first, once");
    }
    JsonPointer expected = at.appendProperty("expect");
    if (!expect.isArray()) {
      expect(expected, expect);
      return;
    }
    int sum = 0;
    for (int i = 0; i < expect.size(); i++) {
      expect(expected.appendIndex(i), expect.get(i));
      sum += expect.get(i).path("times").asInt(1);
    }
    if (sum != race.asInt(1)) {
      faults.accept(expected, "%d answers for %d callers".formatted(sum, race.asInt(1)));
    }
  }

  private void expect(JsonPointer at, JsonNode expect) {
    if (!expect.isObject() && !expect.isMissingNode()) {
      faults.accept(at, "expect has status, value or other words of cases");
      return;
    }
    words(at, expect, EXPECT, "expect");
    if (expect.has("status") && !expect.path("status").isInt()) {
      faults.accept(at.appendProperty("status"), "a status is a number");
    }
    for (String word : Set.of("values", "matches")) {
      JsonPointer place = at.appendProperty(word);
      expect.path(word).fieldNames().forEachRemaining(p -> pointer(place, p));
    }
    try {
      CaseResponse.of(plain(expect), Sample.all().get(0));
    } catch (IllegalArgumentException e) {
      faults.accept(at, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  /** Without the pointers that were found wrong already. */
  private static JsonNode plain(JsonNode expect) {
    var forms = JsonNodeFactory.instance.objectNode();
    forms.set("headers", expect.path("headers"));
    forms.set("keys", expect.path("keys"));
    expect.path("matches").forEach(form -> Pattern.compile(form.asText()));
    return forms;
  }

  private void credentials(JsonPointer at, JsonNode step) {
    try {
      Caller.of(step.path("credentials").asText("documented"));
    } catch (IllegalArgumentException e) {
      faults.accept(
          at.appendProperty("credentials"),
          "nobody is called " + step.path("credentials").asText());
    }
  }

  private void pointer(JsonPointer at, String pointer) {
    if (!pointer.isEmpty() && !pointer.startsWith("/")) {
      faults.accept(at, "no JSON pointer: " + pointer);
    }
  }

  private void words(JsonPointer at, JsonNode node, Set<String> known, String who) {
    node.fieldNames()
        .forEachRemaining(
            word -> {
              if (!known.contains(word)) {
                faults.accept(at.appendProperty(word), who + " has no " + word);
              }
            });
  }
}

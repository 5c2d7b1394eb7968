package dev.erpsync.conformance.cases;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.spec.CaseResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a case asks of the value of an answer. */
final class AskedValue {
  private AskedValue() {}

  /** Where the answer says something else. */
  static List<Difference> check(CaseResponse expected, Answer answer) {
    JsonNode value = answer.value().orElseGet(MissingNode::getInstance);
    List<Difference> differences = new ArrayList<>(refusal(expected, answer, value));
    expected
        .value()
        .filter(whole -> !whole.equals(value))
        .ifPresent(whole -> differences.add(new Difference("", "" + whole, "" + value)));
    differences.addAll(parts(expected.values(), value));
    differences.addAll(oneOf(expected.oneOf(), value));
    expected
        .matches()
        .forEach(
            (place, form) -> {
              if (!form.matcher(value.at(place).asText()).matches()) {
                differences.add(new Difference("" + place, form.pattern(), "" + value.at(place)));
              }
            });
    for (Pattern key : expected.keys()) {
      if (value.propertyStream().noneMatch(p -> key.matcher(p.getKey()).matches())) {
        differences.add(new Difference("", "a key " + key.pattern(), "" + value));
      }
    }
    return differences;
  }

  private static List<Difference> refusal(CaseResponse expected, Answer answer, JsonNode value) {
    String detail = value.path("MessageDetail").asText();
    List<Difference> differences = new ArrayList<>();
    expected
        .names()
        .filter(place -> !names(detail, place))
        .ifPresent(
            place ->
                differences.add(new Difference("/MessageDetail", "the place " + place, detail)));
    expected
        .hides()
        .filter(answer.text()::contains)
        .ifPresent(secret -> differences.add(new Difference("", "no " + secret, answer.text())));
    expected
        .errorType()
        .filter(type -> !type.equals(value.path("ErrorType").asText()))
        .ifPresent(
            type ->
                differences.add(new Difference("/ErrorType", type, "" + value.path("ErrorType"))));
    return differences;
  }

  private static List<Difference> parts(Map<JsonPointer, JsonNode> parts, JsonNode value) {
    List<Difference> differences = new ArrayList<>();
    parts.forEach(
        (place, part) -> {
          JsonNode found = value.at(place);
          if (!part.equals(found)) {
            differences.add(
                new Difference(
                    "" + place, "" + part, found.isMissingNode() ? "nothing" : "" + found));
          }
        });
    return differences;
  }

  /** Of the parts that are nearest. */
  private static List<Difference> oneOf(List<Map<JsonPointer, JsonNode>> all, JsonNode value) {
    List<Difference> nearest = List.of();
    for (Map<JsonPointer, JsonNode> parts : all) {
      List<Difference> differences = parts(parts, value);
      if (differences.isEmpty()) {
        return List.of();
      }
      nearest = nearest.isEmpty() || differences.size() < nearest.size() ? differences : nearest;
    }
    return nearest;
  }

  /** Whether a text names the place itself, and not only one below or beside it. */
  private static boolean names(String text, String place) {
    return Pattern.compile(Pattern.quote(place) + "(?![\\w/~])").matcher(text).find();
  }
}

package dev.erpsync.conformance.report;

import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.CaseResponse;
import dev.erpsync.spec.Refusal;
import dev.erpsync.spec.Sample;
import dev.erpsync.spec.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where an expectation comes from.
 *
 * @param operation the operation that is called
 * @param page the vendor's page on which the exchange, or the one that it alters, is documented
 * @param file the page file in which it was read; empty when it was not read from one
 * @param line where it stands there, from 1; 0 when it stands in none
 * @param because what asks for the answer, with numbers of decisions
 * @param expected what the answer has to be, in words and values
 */
public record Source(
    String operation, String page, String file, int line, String because, String expected) {
  /** Stands for the operation of a sequence, which calls several. */
  static final String SCENARIO = "Scenario";

  /** Of a documented exchange. */
  public static Source of(ReplayCase replayCase) {
    Sample sample = replayCase.sample();
    return new Source(
        sample.operation(),
        sample.page(),
        replayCase.file(),
        replayCase.line(),
        sample.because(),
        documented(sample));
  }

  /**
   * Of an exchange of a recording.
   *
   * @param file where it stands
   * @param line where it begins there, from 1
   */
  public static Source recorded(Sample sample, Path file, int line) {
    return new Source(
        sample.operation(), "", file.toString(), line, "It was recorded.", documented(sample));
  }

  /** Of an exchange beyond the documents. */
  public static Source of(Case each) {
    String expected =
        each.response().documented() ? documented(each.sample()) : asked(each.response());
    return new Source(
        each.sample().operation(), each.sample().page(), "", 0, each.because(), expected);
  }

  /** Of a sequence of calls. */
  public static Source of(Scenario scenario) {
    String steps =
        scenario
            .every()
            .map(step -> step + ": " + step.written().path("expect"))
            .collect(Collectors.joining("\n"));
    return new Source(SCENARIO, "", "", 0, scenario.because(), steps);
  }

  /** Of what HTTP itself refuses. */
  public static Source of(Refusal refusal) {
    var lines = new ArrayList<>(List.of(Integer.toString(refusal.status())));
    refusal.errorType().ifPresent(type -> lines.add("/ErrorType: " + type));
    refusal.headers().forEach((name, value) -> lines.add(name + ": " + value));
    return new Source(
        "HTTP",
        "",
        "",
        0,
        "What HTTP itself refuses has the documented form too. (D5, D6, D13)",
        String.join("\n", lines));
  }

  private static String documented(Sample sample) {
    var lines = new ArrayList<>(List.of(Integer.toString(sample.status())));
    sample.response().headers().forEach((name, value) -> lines.add(name + ": " + value));
    sample.response().body().ifPresent(body -> lines.addAll(List.of("", body.toPrettyString())));
    return String.join("\n", lines);
  }

  private static String asked(CaseResponse response) {
    var lines = new ArrayList<>(List.of(Integer.toString(response.status())));
    response.headers().forEach((name, form) -> lines.add(name + ": of the form " + form));
    response.errorType().ifPresent(type -> lines.add("/ErrorType: " + type));
    response.names().ifPresent(pointer -> lines.add("/MessageDetail: names " + pointer));
    response.hides().ifPresent(text -> lines.add("nowhere: " + text));
    response.value().ifPresent(value -> lines.addAll(List.of("", value.toPrettyString())));
    for (var value : new TreeMap<>(strings(response)).entrySet()) {
      lines.add(value.getKey() + ": " + value.getValue());
    }
    return String.join("\n", lines);
  }

  private static Map<String, String> strings(CaseResponse response) {
    Map<String, String> values = new HashMap<>();
    response.values().forEach((place, value) -> values.put(place.toString(), value.toString()));
    return values;
  }
}

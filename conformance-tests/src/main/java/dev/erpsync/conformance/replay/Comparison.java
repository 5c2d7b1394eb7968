package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.format.Formats;
import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares an answer with the documented one, as far as the state allows. */
public final class Comparison {
  /** What an operation answers when the state does not allow what was asked. (D6) */
  private static final Set<Integer> REFUSALS = Set.of(404, 409);

  private static final Pattern PAGE =
      Pattern.compile(
          "^\\s*<!DOCTYPE html>.*<html\\b.*\\S.*</html>\\s*$",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Contract contract;
  private final Formats formats;
  private final Structure structure;
  private final Echo echo;

  public Comparison(Contract contract) {
    this.contract = contract;
    this.formats = new Formats(contract);
    this.structure = new Structure(contract);
    this.echo = new Echo(contract);
  }

  /** How far an answer to this sample can be compared. */
  public Depth depth(Sample sample, boolean stateKnown) {
    boolean isData =
        sample.response().body().filter(JsonNode::isContainerNode).isEmpty()
            || isDictionary(sample);
    boolean echoes = Echo.isOf(sample.operation());
    if (!stateKnown || (!isData && !echoes)) {
      return Depth.STRUCTURE;
    }
    return isData ? Depth.EXACT : Depth.ECHO;
  }

  /** What a dictionary holds is data and nothing that a server makes anew, such as rights. */
  private boolean isDictionary(Sample sample) {
    return formats
        .responseSchema(operation(sample), sample.status())
        .map(schema -> contract.resolve(contract.document().at(schema)))
        .filter(schema -> schema.has("additionalProperties"))
        .isPresent();
  }

  /**
   * Where the answer is not as documented; empty when it conforms.
   *
   * @param types Content-Types of which the answer must have one
   * @param before the state before the call; missing when it is not known
   */
  public List<Difference> compare(
      Sample sample, Depth depth, Answer answer, List<String> types, JsonNode before) {
    if (answer.status() != sample.status()) {
      return List.of(status(sample.status(), answer));
    }
    if (answer.status() == 204) {
      return nothing(answer);
    }
    List<Difference> differences = new ArrayList<>(contentType(types, answer));
    Optional<JsonNode> value = answer.value();
    JsonNode expected = sample.response().body().orElseGet(MissingNode::getInstance);
    if (value.isEmpty()) {
      differences.add(unreadable(answer));
    } else if (depth == Depth.EXACT) {
      if (!expected.equals(value.get())) {
        differences.add(new Difference("", expected.toString(), value.get().toString()));
      }
    } else {
      differences.addAll(body(operation(sample), answer.status(), expected, value.get()));
      if (depth == Depth.ECHO) {
        differences.addAll(echo.compare(sample, value.get(), before));
      }
    }
    return differences;
  }

  /** The Content-Type that the page prints. */
  public static List<String> documentedType(Sample sample) {
    return List.of(sample.response().headers().getOrDefault("Content-Type", ""));
  }

  /** Whether the answer is a documented one that another state than the sample's explains. */
  public boolean isRefusal(Sample sample, Answer answer) {
    return REFUSALS.contains(answer.status()) && operation(sample).documents(answer.status());
  }

  /**
   * Where an answer is not as the contract has it, whatever its value.
   *
   * @param types Content-Types of which the answer must have one
   */
  public List<Difference> compareForm(Operation operation, Answer answer, List<String> types) {
    return compareForm(operation, answer, types, MissingNode.getInstance());
  }

  /**
   * As the other one, where it is known which properties an answer has.
   *
   * @param documented a documented value, of which only the names count; missing when there is none
   */
  public List<Difference> compareForm(
      Operation operation, Answer answer, List<String> types, JsonNode documented) {
    if (answer.status() == 204) {
      return nothing(answer);
    }
    List<Difference> differences = compareType(answer, types);
    if (MediaTypes.essence(answer.response().contentType().orElse("")).equals(MediaTypes.HTML)) {
      differences.addAll(page(answer));
      return differences;
    }
    answer
        .value()
        .ifPresentOrElse(
            value -> differences.addAll(body(operation, answer.status(), documented, value)),
            () -> differences.add(unreadable(answer)));
    return differences;
  }

  /** Where the Content-Type of an answer is none of these. */
  public static List<Difference> compareType(Answer answer, List<String> types) {
    return new ArrayList<>(contentType(types, answer));
  }

  /** A page is for people: that it is one is all that can be said of it. */
  private static List<Difference> page(Answer answer) {
    return PAGE.matcher(answer.text()).find()
        ? List.of()
        : List.of(new Difference("", "a page", answer.text()));
  }

  /** Another status than expected, with the body that may say why. */
  public static Difference status(int expected, Answer answer) {
    String found = (answer.status() + " " + answer.text()).strip();
    return new Difference("status", "" + expected, found);
  }

  private static Difference unreadable(Answer answer) {
    return new Difference("", answer.form(), answer.text());
  }

  /** What the page prints for a 204 is noise: there is neither a body nor a type. (D1) */
  private static List<Difference> nothing(Answer answer) {
    List<Difference> differences = new ArrayList<>();
    if (!answer.text().isEmpty()) {
      differences.add(new Difference("", "no body", answer.text()));
    }
    answer
        .response()
        .contentType()
        .ifPresent(type -> differences.add(new Difference("Content-Type", "none", type)));
    return differences;
  }

  private static List<Difference> contentType(List<String> expected, Answer answer) {
    // Of two that differ nobody knows which one a reader takes.
    List<String> all = answer.response().header("Content-Type");
    String found = all.isEmpty() ? "nothing" : String.join(" and ", all);
    return expected.stream().anyMatch(type -> normal(type).equals(normal(found)))
        ? List.of()
        : List.of(new Difference("Content-Type", String.join(" or ", expected), found));
  }

  private List<Difference> body(
      Operation operation, int status, JsonNode documented, JsonNode found) {
    return formats
        .responseSchema(operation, status)
        .map(schema -> structure.compare(schema, documented, found))
        .orElseThrow(() -> new IllegalStateException("no schema for status " + status));
  }

  private Operation operation(Sample sample) {
    return contract.operation(sample.operation()).orElseThrow();
  }

  /** Letter case and blanks carry no meaning in the header (RFC 9110, section 8.3.1). */
  private static String normal(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
  }
}

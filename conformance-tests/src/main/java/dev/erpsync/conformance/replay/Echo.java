package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is saved is what is answered, but for what only the server decides. (D18, D22, D35) */
public final class Echo {
  private final Contract contract;

  /** For the operations of this contract. */
  public Echo(Contract contract) {
    this.contract = contract;
  }

  /** Whether an operation answers what it was sent. */
  static boolean isOf(String operation) {
    return saved(operation).isPresent();
  }

  /** What an operation saves and answers; empty when it does not. */
  public static Optional<SavedEntity> saved(String operation) {
    return KnownEffects.of(operation).flatMap(Effect::saved);
  }

  /**
   * Compares an answer with what was sent.
   *
   * @param before the state before the call
   */
  public List<Difference> compare(Sample sample, JsonNode answer, JsonNode before) {
    SavedEntity entity = saved(sample.operation()).orElseThrow();
    JsonNode sent = entity.sent(arguments(sample));
    List<Difference> differences = new ArrayList<>();
    entity
        .properties(contract, sent)
        .forEach(
            (name, value) -> {
              if (!value.equals(answer.path(name))) {
                differences.add(
                    new Difference("/" + name, value.toString(), answer.path(name).toString()));
              }
            });
    differences.addAll(id(entity.id(), sent, answer));
    entity.guid().ifPresent(name -> differences.addAll(guid(entity, name, sent, answer, before)));
    return differences;
  }

  /** Names of what the server assigns in a call. */
  public static Set<String> assigned(Sample sample, JsonNode before) {
    return saved(sample.operation())
        .map(entity -> entity.assigned(entity.sent(arguments(sample)), before))
        .orElse(Set.of());
  }

  private static List<Difference> id(String name, JsonNode sent, JsonNode answer) {
    JsonNode wanted = sent.path(name);
    JsonNode found = answer.path(name);
    boolean known = wanted.asInt() != 0;
    return (known ? wanted.equals(found) : found.asInt() >= 1)
        ? List.of()
        : List.of(new Difference("/" + name, known ? wanted.toString() : "1 or more", "" + found));
  }

  /** It is assigned when blank and never changes, so that what was sent may not be heard. */
  private static List<Difference> guid(
      SavedEntity entity, String name, JsonNode sent, JsonNode answer, JsonNode before) {
    JsonNode wanted = sent.path(name);
    JsonNode found = answer.path(name);
    boolean given = !wanted.asText("").isBlank();
    JsonNode stored = entity.stored(sent, before).path(name);
    if (given && !stored.isMissingNode() && !stored.equals(wanted)) {
      return List.of();
    }
    return (given ? wanted.equals(found) : !found.asText("").isBlank())
        ? List.of()
        : List.of(new Difference("/" + name, given ? wanted.toString() : "a text", "" + found));
  }

  private static JsonNode arguments(Sample sample) {
    return sample.request().body().orElseGet(MissingNode::getInstance);
  }
}

package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is saved is what is answered, but for what only the server decides. (D18, D22, D35) */
public final class Echo {
  /** The one operation that answers what it was sent. */
  static final String OPERATION = "SaveConnection";

  private static final String ID = "ErpConnectionId";
  private static final String GUID = "ConnectionId";

  private final Contract contract;

  Echo(Contract contract) {
    this.contract = contract;
  }

  /**
   * Compares an answer with what was sent.
   *
   * @param before the state before the call
   */
  List<Difference> compare(Sample sample, JsonNode answer, JsonNode before) {
    JsonNode sent = sent(sample);
    List<Difference> differences = new ArrayList<>();
    SentConnection.properties(contract, sent)
        .forEach(
            (name, value) -> {
              if (!value.equals(answer.path(name))) {
                differences.add(
                    new Difference("/" + name, value.toString(), answer.path(name).toString()));
              }
            });
    differences.addAll(id(sent.path(ID), answer.path(ID)));
    differences.addAll(guid(sent, answer.path(GUID), before));
    return differences;
  }

  /** Names of what the server assigns in a call. */
  public static Set<String> assigned(Sample sample, JsonNode before) {
    JsonNode sent = sent(sample);
    Set<String> names = new TreeSet<>();
    if (OPERATION.equals(sample.operation())
        && SentConnection.stored(sent, before).isMissingNode()) {
      names.add(ID);
      names.add(GUID);
    }
    return names;
  }

  private static List<Difference> id(JsonNode sent, JsonNode found) {
    boolean known = sent.asInt() != 0;
    return (known ? sent.equals(found) : found.asInt() >= 1)
        ? List.of()
        : List.of(new Difference("/" + ID, known ? sent.toString() : "1 or more", "" + found));
  }

  /** It is assigned when blank and never changes, so that what was sent may not be heard. */
  private static List<Difference> guid(JsonNode sent, JsonNode found, JsonNode before) {
    JsonNode wanted = sent.path(GUID);
    boolean given = !wanted.asText("").isBlank();
    JsonNode stored = SentConnection.stored(sent, before).path(GUID);
    if (given && !stored.isMissingNode() && !stored.equals(wanted)) {
      return List.of();
    }
    return (given ? wanted.equals(found) : !found.asText("").isBlank())
        ? List.of()
        : List.of(new Difference("/" + GUID, given ? wanted.toString() : "a text", "" + found));
  }

  private static JsonNode sent(Sample sample) {
    return sample.request().body().orElseGet(MissingNode::getInstance).path("Connection");
  }
}

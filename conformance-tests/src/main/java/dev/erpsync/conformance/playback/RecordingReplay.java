package dev.erpsync.conformance.playback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.conformance.cases.RequiredHeaders;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.format.Formats;
import dev.erpsync.conformance.format.Negotiation;
import dev.erpsync.conformance.format.NotSayableException;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.http.UnsendableException;
import dev.erpsync.conformance.recording.RecordedExchange;
import dev.erpsync.conformance.replay.Comparison;
import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Effects;
import dev.erpsync.conformance.replay.Leaks;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.state.ExistingIdException;
import dev.erpsync.conformance.state.NotMadeException;
import dev.erpsync.conformance.state.StateByOperations;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replays the exchanges of one recording on one target, in their order: each one builds on those
 * before it. What the target has besides is not changed. Not thread-safe.
 */
public final class RecordingReplay {
  /** What the recorded server returned for reasons that no other server shares. */
  private static final Map<Integer, String> OWN_REASONS =
      Map.of(
          401, "the recorded credentials were rejected",
          403, "the recorded caller had no right to it",
          408, "the recorded request took too long",
          429, "the recorded caller was slowed down");

  private static final int SERVER_ERROR = 500;

  private final Sender sender;
  private final StateByOperations operations;
  private final Optional<Integer> connector;
  private final Calls calls;
  private final Formats formats;
  private final Negotiation negotiation;
  private final Comparison comparison;
  private final RequiredHeaders headers;
  private final KnownValues values;
  private final Preconditions preconditions;
  private final Sides sides;

  /**
   * A replay on one target. What it makes there is removed when the operations {@linkplain
   * StateByOperations#end end}.
   *
   * @param operations of the target
   * @param authorization credentials for the calls
   * @param connector one that the target has and that must not be changed
   * @param recording all exchanges, in their order
   */
  public RecordingReplay(
      Contract contract,
      Sender sender,
      StateByOperations operations,
      String authorization,
      Optional<Integer> connector,
      List<RecordedExchange> recording) {
    this.sender = sender;
    this.operations = operations;
    this.connector = connector;
    this.calls = new Calls(contract, authorization);
    this.formats = new Formats(contract);
    this.negotiation = new Negotiation(contract);
    this.comparison = new Comparison(contract);
    this.headers = new RequiredHeaders(contract);
    this.values = new KnownValues(contract);
    this.preconditions =
        new Preconditions(contract, operations, recording.stream().map(calls::recorded).toList());
    this.sides = new Sides(contract, new Effects(contract, sender), operations.begin());
  }

  /** The name under which an exchange is reported. */
  public static String name(RecordedExchange exchange) {
    return "%s / %s / server / json".formatted(exchange.operation(), exchange.sample().variant());
  }

  /** Replays the next exchange of the recording. */
  public Verdict replay(RecordedExchange exchange) {
    Exchanged recorded = calls.recorded(exchange);
    String name = name(exchange);
    Optional<Exchanged> found = Optional.empty();
    Verdict verdict;
    try {
      requireReproducible(recorded.response().status());
      operations.requireUsable();
      preconditions.meet(recorded, sides);
      Calls.Call call = calls.onTarget(exchange, recorded, sides);
      requireOwn(call, recorded);
      Answer answer = formats.read(recorded.operation(), sender.send(call.sent()));
      Exchanged made = calls.exchanged(recorded.operation(), call.meant(), answer);
      operations.requireNew(exchange.operation(), made.arguments(), made.value());
      found = Optional.of(made);
      verdict = compare(name, exchange, call, recorded, made);
    } catch (NotMadeException e) {
      verdict = new Verdict.Skipped(name, "it is not known what the server has: " + e.reason());
    } catch (ExistingIdException e) {
      verdict = failed(name, new Difference("ids", "a new id", String.valueOf(e.getMessage())));
    } catch (UnmetException e) {
      verdict = new Verdict.Skipped(name, e.reason());
    } catch (UnsendableException | NotSayableException e) {
      verdict = new Verdict.Skipped(name, String.valueOf(e.getMessage()));
    } catch (CharacterCodingException e) {
      verdict = failed(name, new Difference("", "UTF-8", "bytes that are none"));
    } catch (IOException e) {
      verdict = failed(name, new Difference("exchange", "a response", String.valueOf(e)));
    }
    sides.completed(recorded, found);
    return verdict;
  }

  private static Verdict failed(String name, Difference difference) {
    return new Verdict.Failed(name, Depth.STRUCTURE, List.of(difference));
  }

  private static void requireReproducible(int status) throws UnmetException {
    if (OWN_REASONS.containsKey(status) || status >= SERVER_ERROR) {
      String reason = OWN_REASONS.getOrDefault(status, "the recorded server failed");
      throw new UnmetException("%s (%d)".formatted(reason, status));
    }
  }

  /** The connector of {@code --connector} belongs to the user, and is not changed. */
  private void requireOwn(Calls.Call call, Exchanged recorded) throws UnmetException {
    JsonNode arguments =
        calls.exchanged(recorded.operation(), call.meant(), recorded.response()).arguments();
    boolean changes =
        connector.isPresent()
            && Entity.named(arguments).contains(Entity.connector(connector.get()))
            && List.of("SaveErpSyncConnectorEntity", "DeleteErpSyncConnectorEntity")
                .contains(recorded.operation().id());
    if (changes) {
      throw new UnmetException("it would change the connector of --connector");
    }
  }

  private Verdict compare(
      String name,
      RecordedExchange exchange,
      Calls.Call call,
      Exchanged recorded,
      Exchanged found) {
    Sample sample = exchange.sample();
    Answer answer = found.response();
    List<String> types = new ArrayList<>(negotiation.expected(call.sent()));
    types.addAll(Comparison.documentedType(sample));
    boolean isData = recorded.value().isValueNode() && !recorded.value().isNull();
    Depth depth = isData || answer.status() == 204 ? Depth.EXACT : Depth.STRUCTURE;
    List<Difference> differences =
        new ArrayList<>(
            comparison.compare(sample, depth, answer, types, MissingNode.getInstance()));
    differences.addAll(Leaks.in(call.sent(), answer.response()));
    if (answer.status() != sample.status()) {
      return Verdict.of(name, depth, differences);
    }
    differences.addAll(headers.check(recorded.operation(), answer));
    KnownValues.Result known = values.compare(sides, recorded, found);
    differences.addAll(known.differences());
    boolean isKnown = depth == Depth.STRUCTURE && known.compared() > 0;
    return Verdict.of(name, isKnown ? Depth.KNOWN : depth, differences);
  }
}

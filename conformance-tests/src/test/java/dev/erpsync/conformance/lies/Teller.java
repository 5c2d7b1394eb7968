package dev.erpsync.conformance.lies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells one lie, or none. Remembers what was told; used by one call at a time. */
final class Teller {
  private static final String AGENT = "/api/v1/Agents/ErpSync/";
  private static final String STATE = "/_emulator/state";
  private static final Message NOTHING =
      new Message(
          "HTTP/1.1 204 Said", List.of(new Message.Header("Connection", "close")), Content.of(""));

  private final Optional<Change> change;
  private final boolean raw;
  private final boolean everyTime;
  private final Map<String, Message> earlier = new HashMap<>();
  private boolean armed;
  private int calls;
  private boolean begun;
  private boolean told;
  private Optional<RuntimeException> failure = Optional.empty();

  private Teller(Optional<Change> change, boolean raw, boolean everyTime) {
    this.change = change;
    this.raw = raw;
    this.everyTime = everyTime;
  }

  static Teller honest() {
    return new Teller(Optional.empty(), false, false);
  }

  /** One that says what the server says to what no HTTP client would send. */
  static Teller honestRaw() {
    return new Teller(Optional.empty(), true, false);
  }

  static Teller of(Lie lie) {
    return new Teller(Optional.of(lie.change()), lie.last().isRefusal(), false);
  }

  /** One that tells it in every call whose honest answer has what the lie changes. */
  static Teller everyTime(Lie lie) {
    return new Teller(Optional.of(lie.change().everyTime()), false, true);
  }

  /** From now on the lie is told; before it is not. */
  synchronized void begin() {
    armed = true;
  }

  /** Whether bytes are passed on without being read as requests. */
  boolean isRaw() {
    return raw;
  }

  /** Whether an answer, or what the server was asked, was not what it had been without the lie. */
  synchronized boolean told() {
    return told;
  }

  synchronized void failed(RuntimeException e) {
    failure = Optional.of(e);
  }

  /** What went wrong with the lie itself. */
  synchronized Optional<RuntimeException> failure() {
    return failure;
  }

  /** What becomes of an answer to bytes that are no request. */
  synchronized byte[] tell(Message honest) {
    return change.isPresent() && armed
        ? said(change.get().answer(), honest, honest)
        : honest.bytes();
  }

  /** What becomes of a request. */
  synchronized byte[] tell(Message asked, Upstream honest) throws IOException {
    String path = asked.target().split("\\?", 2)[0];
    boolean concerned = armed && change.isPresent() && change.get().concerns(path) && isNow();
    if (concerned) {
      begun = true;
      return tell(change.get(), path, asked, honest);
    }
    Message said = honest.send(asked);
    earlier.putIfAbsent(path, said);
    boolean madeUp = begun && path.equals(STATE) && change.get().state().isArray();
    return madeUp ? madeUp(change.get().state(), said) : said.bytes();
  }

  private boolean isNow() {
    calls++;
    return change.orElseThrow().calls().isEmpty() || change.get().calls().contains(calls);
  }

  private byte[] tell(Change lie, String path, Message asked, Upstream honest) throws IOException {
    further(lie.first(), asked, honest);
    Message passed = new RequestChange(lie.request()).apply(asked);
    told |= lie.drop() || !Arrays.equals(passed.bytes(), asked.bytes());
    Message said = lie.drop() ? NOTHING : honest.send(passed);
    further(lie.then(), asked, honest);
    return said(lie.answer(), said, earlier.getOrDefault(path, said));
  }

  private byte[] said(JsonNode how, Message honest, Message first) {
    byte[] said;
    try {
      said = new AnswerChange(how).apply(honest, first);
    } catch (IllegalArgumentException e) {
      if (everyTime) {
        return honest.bytes();
      }
      throw e;
    }
    told |= !Arrays.equals(said, honest.bytes());
    return said;
  }

  private byte[] madeUp(JsonNode patch, Message state) {
    Message said = state.saying(Content.of(AnswerChange.patched(patch, state.text())));
    told |= !said.text().equals(state.text());
    return said.bytes();
  }

  /** Further calls are {@code again}, or an operation with its body. */
  private void further(JsonNode more, Message asked, Upstream honest) throws IOException {
    for (JsonNode each : more) {
      if (each.isTextual() && each.asText().equals("again")) {
        honest.send(asked);
      } else {
        for (var call : each.properties()) {
          honest.send(call(asked, call.getKey(), call.getValue()));
        }
      }
      told = true;
    }
  }

  private static Message call(Message asked, String operation, JsonNode body) {
    Message call =
        new Message(
            "POST " + AGENT + operation + " HTTP/1.1",
            List.of(new Message.Header("Host", asked.header("Host").orElseThrow())),
            Content.of(""));
    for (var header : Sample.all().get(0).request().headers().entrySet()) {
      call = call.with(header.getKey(), header.getValue());
    }
    return call.saying(Content.of(body.toString()));
  }
}

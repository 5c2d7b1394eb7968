package dev.erpsync.conformance.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a replay says of an honest server, of one whose state is not known, and of none. */
class ReplayTest {
  private static final Contract CONTRACT = Contract.erpSync();

  @Test
  @Tag("D1")
  @Tag("D20")
  void anHonestServerPassesEverySample() throws IOException {
    for (Sample sample : Sample.all()) {
      if (!HonestServer.serves(sample.operation())) {
        continue;
      }
      assertThat(replay(sample, new HonestServer())).isInstanceOf(Verdict.Passed.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"true\"", "1", "{\"value\":true}", "True", "true true", ""})
  void aWrongTypeIsFoundWithoutKnowingTheState(String body) {
    var type = Optional.of("application/json; charset=utf-8");
    var replay =
        new Replay(
            CONTRACT,
            request -> new Response(200, type, body),
            Optional.empty(),
            Optional.empty(),
            Encoding.JSON,
            new SameValue());
    assertThat(replay.replay(ReplayCase.of(sample("BreakActorLink"))))
        .isInstanceOf(Verdict.Failed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void eitherAnswerPassesByStructureWithoutKnowingTheState(String body) {
    var type = Optional.of("application/json; charset=utf-8");
    var replay =
        new Replay(
            CONTRACT,
            request -> new Response(200, type, body),
            Optional.empty(),
            Optional.empty(),
            Encoding.JSON,
            new SameValue());
    assertThat(replay.replay(ReplayCase.of(sample("BreakActorLink"))))
        .isEqualTo(new Verdict.Passed("BreakActorLink / 000 / server / json", Depth.STRUCTURE));
  }

  @Test
  void aServerThatIsNotThereFailsWithItsReason() {
    Sender dead =
        request -> {
          throw new IOException("connection refused");
        };
    var replay =
        new Replay(
            CONTRACT, dead, Optional.empty(), Optional.empty(), Encoding.JSON, new SameValue());
    Verdict verdict = replay.replay(ReplayCase.of(sample("BreakActorLink")));
    assertThat(((Verdict.Failed) verdict).differences())
        .singleElement()
        .hasToString("exchange: expected an answer, found java.io.IOException: connection refused");
  }

  private static Verdict replay(Sample sample, Sender target) throws IOException {
    var control = StateControl.of(target, "any");
    assertThat(control).isPresent();
    return new Replay(CONTRACT, target, control, Optional.empty(), Encoding.JSON, new SameValue())
        .replay(ReplayCase.of(sample));
  }

  private static Sample sample(String operation) {
    return Sample.all().stream()
        .filter(sample -> sample.operation().equals(operation))
        .findFirst()
        .orElseThrow();
  }
}

package dev.erpsync.conformance.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.state.StateAccess;
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
    assertThat(replayWithoutState(answering(body))).isInstanceOf(Verdict.Failed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void eitherAnswerPassesByStructureWithoutKnowingTheState(String body) {
    assertThat(replayWithoutState(answering(body)))
        .isEqualTo(new Verdict.Passed("BreakActorLink / 000 / server / json", Depth.STRUCTURE));
  }

  @Test
  void aServerThatIsNotThereFailsWithItsReason() {
    Verdict verdict =
        replayWithoutState(
            request -> {
              throw new IOException("connection refused");
            });
    assertThat(((Verdict.Failed) verdict).differences())
        .singleElement()
        .hasToString("exchange: expected an answer, found java.io.IOException: connection refused");
  }

  private static Sender answering(String body) {
    return request -> new Response(200, Optional.of("application/json; charset=utf-8"), body);
  }

  private static Verdict replayWithoutState(Sender target) {
    return replay(sample("BreakActorLink"), target, Optional.empty());
  }

  private static Verdict replay(Sample sample, Sender target) throws IOException {
    var control = StateControl.of(target, "any");
    assertThat(control).isPresent();
    return replay(sample, target, control);
  }

  private static Verdict replay(Sample sample, Sender target, Optional<StateControl> control) {
    var access = StateAccess.by(control);
    return new Replay(CONTRACT, target, access, Optional.empty(), Encoding.JSON, new SameValue())
        .replay(ReplayCase.of(sample));
  }

  private static Sample sample(String operation) {
    return Sample.all().stream()
        .filter(sample -> sample.operation().equals(operation))
        .findFirst()
        .orElseThrow();
  }
}

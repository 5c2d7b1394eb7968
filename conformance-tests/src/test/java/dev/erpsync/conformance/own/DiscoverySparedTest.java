package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.conformance.cases.CaseReplay;
import dev.erpsync.conformance.format.Wire;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.spec.Case;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What no page says need not be there. */
@Tag("D19")
class DiscoverySparedTest {
  @RegisterExtension static final HonestJar SERVER = new HonestJar();

  @Test
  void aTargetWithoutDescriptionsIsSparedAndOneThatRefusesOtherwiseIsNot() throws IOException {
    Case asked = HonestJar.asked("Describe", "description-of-BreakActorLink");
    var absent =
        new Response(
            404,
            Optional.of("application/json; charset=utf-8"),
            "{\"Error\":true,\"ErrorType\":\"a\",\"ErrorMessage\":\"b\",\"ErrorSource\":\"c\"}");
    assertThat(replay(r -> absent).replay(asked, Wire.DOCUMENTED, "absent"))
        .isEqualTo(
            new Verdict.Skipped(
                "absent",
                "No page says how an operation is described; the target does not. (D19)"));
    assertThat(
            replay(r -> new Response(401, r.headers(), r.text()))
                .replay(asked, Wire.DOCUMENTED, "asking"))
        .isInstanceOf(Verdict.Failed.class);
  }

  private static CaseReplay replay(UnaryOperator<Response> change) throws IOException {
    Sender honest = SERVER.honest();
    return SERVER.replay(
        request -> {
          Response answer = honest.send(request);
          return request.method().equals("GET") ? change.apply(answer) : answer;
        });
  }
}

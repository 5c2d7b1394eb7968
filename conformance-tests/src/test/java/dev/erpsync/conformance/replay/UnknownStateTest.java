package dev.erpsync.conformance.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.state.StateAccess;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an error says of a server whose state cannot be set. */
@Tag("D6")
class UnknownStateTest {
  private static final String TYPE = "application/json; charset=utf-8";
  private static final String ERROR =
      """
      {"Error": true, "ErrorType": "a", "ErrorMessage": "b", "ErrorSource": "c"}""";

  @ParameterizedTest
  @CsvSource({"ConnectActor, 404", "ConnectActor, 409", "SaveConnection, 404"})
  void aDocumentedRefusalProvesNothing(String operation, int status) {
    assertThat(replay(operation, status, TYPE, ERROR))
        .isEqualTo(
            new Verdict.Skipped(
                operation + " / 000 / server / json",
                "refused with " + status + ", and the state is not known"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 406, 413, 415, 429, 500, 503})
  void anErrorOfAnotherKindFails(int status) {
    assertThat(replay("BreakActorLink", status, TYPE, ERROR)).isInstanceOf(Verdict.Failed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json; charset=utf-8, ''",
    "application/json; charset=utf-8, '{}'",
    "application/json; charset=utf-8, 'true'",
    "text/html; charset=utf-8, '{\"Error\": true, \"ErrorType\": \"a\", \"ErrorMessage\": \"b\", \"ErrorSource\": \"c\"}'",
    "application/json; charset=utf-8, '{\"Error\": false, \"ErrorType\": \"a\", \"ErrorMessage\": \"b\", \"ErrorSource\": \"c\"}'"
  })
  void aRefusalThatIsNotAsDocumentedFails(String type, String body) {
    assertThat(replay("ConnectActor", 404, type, body)).isInstanceOf(Verdict.Failed.class);
  }

  private static Verdict replay(String operation, int status, String type, String body) {
    Sample sample =
        Sample.all().stream()
            .filter(each -> each.operation().equals(operation))
            .findFirst()
            .orElseThrow();
    return new Replay(
            Contract.erpSync(),
            request -> new Response(status, Optional.of(type), body),
            StateAccess.by(Optional.empty()),
            Optional.empty(),
            Encoding.JSON,
            new SameValue())
        .replay(ReplayCase.of(sample));
  }
}

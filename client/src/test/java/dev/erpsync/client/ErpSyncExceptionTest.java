package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.erpsync.client.model.BreakActorLinkRequest;
import dev.erpsync.client.model.MalformedRequest;
import dev.erpsync.client.model.ServiceError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller learns when the server answers, but not well. */
class ErpSyncExceptionTest {
  private static final String CALL = "POST /api/v1/Agents/ErpSync/BreakActorLink: ";

  @Test
  void saysWhatIsMalformed() {
    var e = failure(400, "{\"Message\":\"The request is invalid.\",\"MessageDetail\":\"/A: b\"}");

    assertThat(e).hasMessage(CALL + "400 The request is invalid. /A: b");
    assertThat(e.status()).hasValue(400);
    assertThat(e.malformedRequest())
        .contains(new MalformedRequest().message("The request is invalid.").messageDetail("/A: b"));
    assertThat(e.serviceError()).isEmpty();
    assertThat(e.method()).isEqualTo("POST");
    assertThat(e.path()).isEqualTo("/api/v1/Agents/ErpSync/BreakActorLink");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 409, 429, 500, 503})
  void saysWhatTheServiceSays(int status) {
    var e =
        failure(
            status,
            "{\"Error\":true,\"ErrorType\":\"T\",\"ErrorMessage\":\"M.\",\"ErrorSource\":\"s\","
                + "\"New\":1}");

    assertThat(e).hasMessage(CALL + status + " T: M.");
    assertThat(e.status()).hasValue(status);
    assertThat(e.serviceError())
        .contains(
            new ServiceError().error(true).errorType("T").errorMessage("M.").errorSource("s"));
    assertThat(e.malformedRequest()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | {"Message":"No."} | No.
          500 | {"ErrorType":"T"} | T
          """)
  void makesDoWithHalfAnErrorBody(int status, String body, String said) {
    assertThat(failure(status, body)).hasMessage(CALL + status + " " + said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          502 | <h1>Bad gateway</h1>\t\u0007!  | 502 <h1>Bad gateway</h1> !
          500 | ''                             | 500 without a body
          500 | []                             | 500 []
          500 | {"ErrorType":{}}               | 500 {"ErrorType":{}}
          500 | {"Message":"m"}                | 500 {"Message":"m"}
          400 | {"ErrorType":"T"}              | 400 {"ErrorType":"T"}
          302 | moved                          | 302 moved
          """)
  void quotesABodyThatIsNoErrorOfTheContract(int status, String body, String reason) {
    var e = failure(status, body);

    assertThat(e).hasMessage(CALL + reason);
    assertThat(e.status()).hasValue(status);
    assertThat(e.body()).isEqualTo(body);
    assertThat(e.malformedRequest()).isEmpty();
    assertThat(e.serviceError()).isEmpty();
  }

  @Test
  void quotesOnlyTheBeginningOfALongBody() {
    var e = failure(500, "x".repeat(20_000));

    assertThat(e).hasMessage(CALL + "500 " + "x".repeat(500) + "…");
    assertThat(e.body()).hasSize(16_384);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          null    | null instead of a value
          "true"  | Cannot coerce String value ("true")
          1       | Cannot coerce Integer value (1)
          {}      | Cannot deserialize value of type `java.lang.Boolean` from Object value
          <true/> | Unexpected character ('<' (code 60))
          true 1  | Trailing token (of type VALUE_NUMBER_INT)
          """)
  void anAnswerThatIsNotOfTheContractIsAFailureToo(String body, String reason) {
    var e = failure(200, body);

    assertThat(e)
        .hasMessageStartingWith(CALL + "200, but the answer does not fit the contract: " + reason)
        .hasNoCause();
    assertThat(e.status()).hasValue(200);
    assertThat(e.body()).isEqualTo(body);
  }

  @Test
  void refusesAnAnswerThatIsTooLarge() {
    var e = failure(200, " ".repeat((16 << 20) - 3) + "true");

    assertThat(e).hasMessageEndingWith(": the answer is larger than 16777216 bytes");
    assertThat(e.status()).isEmpty();
  }

  @Test
  void readsAnAnswerThatIsJustNotTooLarge() {
    try (var server = StubServer.answering(200, " ".repeat((16 << 20) - 4) + "true")) {
      assertThat(server.client().build().actorLinks().breakActorLink(new BreakActorLinkRequest()))
          .isTrue();
    }
  }

  @Test
  void survivesSerializationWithoutTheParsedBody() throws Exception {
    var e = failure(400, "{\"Message\":\"No.\",\"MessageDetail\":\"d\"}");
    var bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(e);
    var copy =
        (ErpSyncException)
            new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

    assertThat(copy).hasMessage(e.getMessage());
    assertThat(copy.status()).hasValue(400);
    assertThat(copy.body()).isEqualTo(e.body());
    assertThat(copy.malformedRequest()).isEmpty();
  }

  private static ErpSyncException failure(int status, String body) {
    try (var server = StubServer.answering(status, body)) {
      var client = server.client().build();
      return assertThatExceptionOfType(ErpSyncException.class)
          .isThrownBy(() -> client.actorLinks().breakActorLink(new BreakActorLinkRequest()))
          .actual();
    }
  }
}

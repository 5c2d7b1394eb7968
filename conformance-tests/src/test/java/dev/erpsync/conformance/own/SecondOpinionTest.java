package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second opinion has one: it lets the documented exchange pass, and nothing like it. */
class SecondOpinionTest {
  private static final Sample SAMPLE = Sample.all().get(0);

  @Test
  void letsTheDocumentedExchangePass() throws IOException {
    assertThat(opinion(200, "application/json; charset=utf-8", "true").text()).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource({
    "200, application/json, 'yes'",
    "200, text/html, true",
    "418, application/json, true"
  })
  void objectsToAnAnswerThatTheContractDoesNotAllow(int status, String type, String body) {
    assertThatThrownBy(() -> opinion(status, type, body)).isInstanceOf(AssertionError.class);
  }

  private static Response opinion(int status, String type, String body) throws IOException {
    String path = Contract.erpSync().operation(SAMPLE.operation()).orElseThrow().path();
    return new SecondOpinion(request -> new Response(status, Optional.of(type), body))
        .send(
            Request.json(
                "POST",
                path,
                "",
                SAMPLE.request().headers(),
                SAMPLE.request().body().orElseThrow()));
  }
}

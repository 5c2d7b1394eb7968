package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.erpsync.client.shapes.Shape;
import dev.erpsync.client.shapes.ShapesApi;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates, on forms of operations that the contract does not use yet. */
class GeneratedShapesTest {

  @Test
  void aRequiredQueryParameterIsAnArgumentAndAnOptionalOneIsNot() {
    try (var server = StubServer.answering(204, "")) {
      shapes(server).remove(7, RequestOptions.none().select("Name"));

      assertThat(server.request().uri()).hasToString("/shapes/Remove?shapeId=7&$select=Name");
    }
  }

  @Test
  void anOperationWithoutABodySendsNone() {
    try (var server = StubServer.answering(204, "")) {
      shapes(server).remove(7);

      assertThat(server.request().method()).isEqualTo("POST");
      assertThat(server.request().body()).isEmpty();
      assertThat(server.request().header("Content-Type")).isEmpty();
      assertThat(server.request().header("Accept"))
          .containsExactly("application/json; charset=utf-8");
    }
  }

  @Test
  @SuppressWarnings("deprecation") // Also shows that the contract's mark arrives.
  void aQueryParameterAndABodyGoTogether() {
    try (var server = StubServer.answering(200, "{\"Name\":\"new\"}")) {
      Shape renamed = shapes(server).rename(7, new Shape().name("old"));

      assertThat(renamed).isEqualTo(new Shape().name("new"));
      assertThat(server.request().uri()).hasToString("/shapes/Rename?shapeId=7");
      assertThat(server.request().body()).isEqualTo("{\"Name\":\"old\"}");
    }
  }

  @Test
  void readsABareText() {
    try (var server = StubServer.answering(200, "\"círculo\"")) {
      assertThat(shapes(server).name()).isEqualTo("círculo");
    }
  }

  @Test
  void readsAList() {
    try (var server = StubServer.answering(200, "[\"a\",\"b\"]")) {
      assertThat(shapes(server).names()).containsExactly("a", "b");
    }
  }

  @Test
  void readsObjectsByKey() {
    try (var server = StubServer.answering(200, "{\"k\":{\"Name\":\"a\"}}")) {
      assertThat(shapes(server).byName())
          .containsOnlyKeys("k")
          .containsValue(new Shape().name("a"));
    }
  }

  @Test
  void whatMayBeNullIsAnOptional() {
    try (var server = StubServer.answering(200, "{\"Name\":\"a\"}")) {
      assertThat(shapes(server).find(7)).contains(new Shape().name("a"));
      assertThat(shapes(server).findAsync(7).join()).contains(new Shape().name("a"));
    }
    try (var server = StubServer.answering(200, "null")) {
      assertThat(shapes(server).find(7)).isEmpty();
      assertThat(shapes(server).findAsync(7).join()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Name":{}} | Cannot deserialize value of type `java.lang.String`
          ''          | No content to map due to end-of-input
          """)
  void whatMayBeNullIsStillOfItsType(String body, String why) {
    try (var server =
        StubServer.doing(
            (exchange, request) -> StubServer.reply(exchange, 200, "application/json", body))) {
      assertThatExceptionOfType(ErpSyncException.class)
          .isThrownBy(() -> shapes(server).find(7))
          .withMessageContaining("200, but the answer does not fit the contract: " + why);
    }
  }

  @ParameterizedTest
  @MethodSource("withValues")
  void whereTheContractHasAValueNullIsAnError(String operation, Consumer<ShapesApi> call) {
    try (var server = StubServer.answering(200, "null")) {
      assertThatExceptionOfType(ErpSyncException.class)
          .isThrownBy(() -> call.accept(shapes(server)))
          .withMessage(
              "POST /shapes/"
                  + operation
                  + ": 200, but the answer does not fit the contract: null instead of a value");
    }
  }

  @SuppressWarnings("deprecation") // As above.
  static Stream<Arguments> withValues() {
    return Stream.of(
        value("Rename", shapes -> shapes.rename(7, new Shape())),
        value("Name", ShapesApi::name),
        value("Names", ShapesApi::names),
        value("ByName", ShapesApi::byName));
  }

  private static Arguments value(String operation, Consumer<ShapesApi> call) {
    return arguments(operation, call);
  }

  @Test
  @SuppressWarnings({"deprecation", "NullAway"}) // The test passes the null on purpose.
  void refusesNullArguments() {
    try (var server = StubServer.answering(204, "")) {
      assertThatNullPointerException()
          .isThrownBy(() -> shapes(server).remove(null))
          .withMessage("shapeId");
      assertThatNullPointerException()
          .isThrownBy(() -> shapes(server).rename(7, null))
          .withMessage("request");
      assertThatNullPointerException()
          .isThrownBy(() -> shapes(server).remove(7, null))
          .withMessage("options");
      assertThat(server.received()).isEmpty();
    }
  }

  private static ShapesApi shapes(StubServer server) {
    return new ShapesApi(
        new HttpTransport(
            new Wire(HttpClient.newHttpClient(), server.address(), Optional.empty()),
            RequestOptions.none(),
            new Backoff(Retries.none()),
            new Observers(List.of()),
            Duration.ofSeconds(10)));
  }
}

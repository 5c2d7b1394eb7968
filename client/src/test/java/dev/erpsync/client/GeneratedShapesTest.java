package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.erpsync.client.shapes.Shape;
import dev.erpsync.client.shapes.ShapesApi;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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

package dev.erpsync.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is remembered of what passes. */
class RecordingSenderTest {
  @Test
  void isTakenOnce() throws IOException {
    var sender = new RecordingSender(request -> new Response(200, Map.of(), "yes"));
    sender.send(get("/a"));
    assertThat(sender.take())
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.request().path()).isEqualTo("/a");
              assertThat(exchange.response().orElseThrow().text()).isEqualTo("yes");
            });
    assertThat(sender.take()).isEmpty();
  }

  @Test
  void holdsWhyNothingCameBack() {
    var sender =
        new RecordingSender(
            request -> {
              throw new IOException("broken");
            });
    assertThatThrownBy(() -> sender.send(get("/a"))).hasMessage("broken");
    assertThat(sender.take())
        .singleElement()
        .satisfies(exchange -> assertThat(exchange.failure()).contains("broken"));
  }

  @Test
  void isTheFirstAndTheLastOfMany() throws IOException {
    var sender = new RecordingSender(request -> new Response(200, Map.of(), ""));
    for (int i = 0; i < 500; i++) {
      sender.send(get("/" + i));
    }
    assertThat(sender.take())
        .hasSize(60)
        .extracting(exchange -> exchange.request().path())
        .contains("/0", "/19", "/499")
        .doesNotContain("/100");
  }

  private static Request get(String path) {
    return new Request("GET", path, "", Map.of(), Optional.empty());
  }
}

package dev.erpsync.conformance.own.languages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.erpsync.conformance.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Each way to sign in, rightly and wrongly, with nothing said beside it. */
final class AccessProof {
  private final String language;
  private final Cells cells;
  private final Driver driver;
  private final Relay relay;

  /** On a server that knows users, behind this relay. */
  AccessProof(String language, Cells cells, Driver driver, Relay relay) {
    this.language = language;
    this.cells = cells;
    this.driver = driver;
    this.relay = relay;
  }

  Stream<DynamicTest> all(Servers servers) {
    String basic = basic(Servers.USER + ":" + Servers.PASSWORD);
    // Another user for each language: whoever is wrong too often has to wait.
    String beyondLatin = "jürgen-" + language + ":p€ß:ø";
    return Stream.of(
        right("Basic", basic, asked -> asked.basic(Servers.USER, Servers.PASSWORD)),
        right("SoTicket", "SoTicket " + servers.ticket(), asked -> asked.ticket(servers.ticket())),
        right("Bearer", "Bearer " + servers.token(), asked -> asked.token(servers.token())),
        wrong("Basic", basic(beyondLatin), asked -> asked.basic("jürgen-" + language, "p€ß:ø")),
        wrong("SoTicket", "SoTicket 7T:nobody", asked -> asked.ticket("7T:nobody")),
        wrong("Bearer", "Bearer nobody", asked -> asked.token("nobody")));
  }

  private DynamicTest right(String scheme, String sent, UnaryOperator<Asked> caller) {
    return cells.test(
        Column.ACCESS,
        scheme,
        scheme,
        () -> {
          Told told = call(sent, caller);
          told.isResult(relay.exchange().response());
          assertThat(told.line().path("status").asInt()).isEqualTo(200);
        });
  }

  private DynamicTest wrong(String scheme, String sent, UnaryOperator<Asked> caller) {
    return cells.test(
        Column.ACCESS,
        scheme,
        scheme + ", refused",
        () -> call(sent, caller).isError(401, relay.exchange().response()));
  }

  private Told call(String sent, UnaryOperator<Asked> caller) throws Exception {
    relay.forget();
    JsonNode body = JsonNodeFactory.instance.objectNode();
    JsonNode line = caller.apply(Asked.of(relay.uri(), "GetAllConnections").body(body)).line();
    Told told = new Told(line, driver.call(line)).hasAnswer();
    Request request = relay.exchange().request();
    assertThat(request.header("Authorization")).as(told.toString()).hasValue(sent);
    assertThat(request.header("X-XSRF-TOKEN")).isEmpty();
    assertThat(request.header("Cookie")).isEmpty();
    return told;
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}

package dev.erpsync.conformance.own.languages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.spec.Sample;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What is refused reaches the caller as the contract's type. */
final class ErrorsProof {
  private final Cells cells;
  private final Driver driver;
  private final Servers servers;

  ErrorsProof(Cells cells, Driver driver, Servers servers) {
    this.cells = cells;
    this.driver = driver;
    this.servers = servers;
  }

  Stream<DynamicTest> all(Relay relay, Relay guarded) {
    return Stream.of(
        refused(400, "an unknown time zone", relay, "GetConnection", id(1), this::nowhere),
        refused(401, "no credentials", relay, "GetConnection", id(1), asked -> asked),
        refused(403, "no administrator", guarded, "DeleteConnection", id(1), this::limited),
        refused(
            404,
            "an unknown connection",
            relay,
            "ConnectActor",
            onAnUnknownConnection(),
            this::documented),
        refused(409, "a linked record", relay, "ConnectActor", linked(), this::documented));
  }

  private DynamicTest refused(
      int status,
      String name,
      Relay relay,
      String operation,
      JsonNode body,
      UnaryOperator<Asked> caller) {
    return cells.test(
        Column.ERRORS,
        Integer.toString(status),
        status + " for " + name,
        () -> {
          servers.control().put(state());
          relay.forget();
          JsonNode line = caller.apply(Asked.of(relay.uri(), operation).body(body)).line();
          Told told = new Told(line, driver.call(line)).hasAnswer();
          told.isError(status, relay.exchange().response());
        });
  }

  private Asked documented(Asked asked) {
    return asked.authorized(authorization());
  }

  private Asked nowhere(Asked asked) {
    return documented(asked).header("SO-TimeZone", "Nowhere/Land");
  }

  private Asked limited(Asked asked) {
    return asked.basic(Servers.LIMITED, Servers.LIMITED_PASSWORD);
  }

  /** In which contact 1 is linked on connection 444. */
  static JsonNode state() {
    return sample("CreateActorLink-000").given();
  }

  static String authorization() {
    return sample("CreateActorLink-000").request().headers().getOrDefault("Authorization", "");
  }

  static Sample sample(String name) {
    return Sample.all().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private static JsonNode id(int connection) {
    return JsonNodeFactory.instance.objectNode().put("ErpConnectionId", connection);
  }

  private static ObjectNode linked() {
    JsonNode link = state().at("/ActorLinks/0");
    return link.<ObjectNode>deepCopy().put("ErpKey", "another");
  }

  private static ObjectNode onAnUnknownConnection() {
    return linked().put("ErpConnectionId", 4711);
  }
}

package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.erpsync.client.api.ActorLinksApi;
import dev.erpsync.client.api.ConnectionsApi;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Null never becomes the text "null" on the wire. */
class NullTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"calls", "credentials", "builder", "options", "generated"})
  void isRefusedByName(String method, String argument, ThrowingCallable call) {
    assertThatNullPointerException().as(method).isThrownBy(call).withMessage(argument);
  }

  @SuppressWarnings("NullAway") // The tests pass null on purpose, here and below.
  static Stream<Arguments> calls() {
    var none = RequestOptions.none();
    var call = new Call("X", "POST", "/x", 200, none);
    return Stream.of(
        of("new Call", "operation", () -> new Call(null, "POST", "/x", 200, none)),
        of("new Call", "method", () -> new Call("X", null, "/x", 200, none)),
        of("new Call", "path", () -> new Call("X", "POST", null, 200, none)),
        of("new Call", "options", () -> new Call("X", "POST", "/x", 200, null)),
        of(
            "new Call",
            "query",
            () -> new Call("X", "POST", "/x", 200, true, null, Optional.empty(), none)),
        of("new Call", "body", () -> new Call("X", "POST", "/x", 200, true, Map.of(), null, none)),
        of("query", "name", () -> call.query(null, "v")),
        of("query", "id", () -> call.query("id", null)),
        of("body", "request", () -> call.body(null)),
        of("options", "options", () -> call.options(null)));
  }

  @SuppressWarnings("NullAway")
  static Stream<Arguments> credentials() {
    return Stream.of(
        of("basic", "user", () -> Credentials.basic(null, "p")),
        of("basic", "password", () -> Credentials.basic("u", null)),
        of("soTicket", "ticket", () -> Credentials.soTicket(null)),
        of("bearer", "token", () -> Credentials.bearer(null)),
        of("a ticket", "a SoTicket secret", () -> Credentials.soTicket(() -> null).authorization()),
        of("a token", "a Bearer secret", () -> Credentials.bearer(() -> null).authorization()));
  }

  @SuppressWarnings("NullAway")
  static Stream<Arguments> builder() {
    var builder = ErpSyncClient.builder("http://localhost");
    return Stream.of(
        of("builder", "installation", () -> ErpSyncClient.builder((URI) null)),
        of("builder", "installation", () -> ErpSyncClient.builder((String) null)),
        of("basic", "user", () -> builder.basic(null, "p")),
        of("basic", "password", () -> builder.basic("u", null)),
        of("soTicket", "ticket", () -> builder.soTicket(null)),
        of("bearer", "token", () -> builder.bearer(null)),
        of("credentials", "credentials", () -> builder.credentials(null)),
        of("appToken", "token", () -> builder.appToken(null)),
        of("language", "language", () -> builder.language(null)),
        of("culture", "culture", () -> builder.culture(null)),
        of("timeZone", "timeZone", () -> builder.timeZone(null)),
        of("userAgent", "userAgent", () -> builder.userAgent(null)),
        of("connectTimeout", "timeout", () -> builder.connectTimeout(null)),
        of("timeout", "timeout", () -> builder.timeout(null)),
        of("retries", "retries", () -> builder.retries(null)),
        of("interceptor", "interceptor", () -> builder.interceptor(null)),
        of("firstDelay", "firstDelay", () -> Retries.none().delays(null, Duration.ofDays(1))),
        of("longestDelay", "longestDelay", () -> Retries.none().delays(Duration.ofDays(1), null)),
        of("attemptTimeout", "limit", () -> Retries.none().attemptTimeout(null)));
  }

  @SuppressWarnings("NullAway")
  static Stream<Arguments> options() {
    var none = RequestOptions.none();
    return Stream.of(
        of("select", "properties", () -> none.select((String[]) null)),
        of("select", "property", () -> none.select("a", null)),
        of("language", "language", () -> none.language(null)),
        of("culture", "culture", () -> none.culture(null)),
        of("timeZone", "timeZone", () -> none.timeZone(null)),
        of("with", "parameter", () -> none.with(null, "v")),
        of("with", "value", () -> none.with(Parameter.SELECT, null)),
        of("header", "name", () -> none.header(null, "v")),
        of("header", "value", () -> none.header("X-A", null)));
  }

  @SuppressWarnings("NullAway")
  static Stream<Arguments> generated() {
    var client = ErpSyncClient.builder("http://localhost").build();
    return Stream.of(
        of("new ActorLinksApi", "transport", () -> new ActorLinksApi(null)),
        of("over", "transport", () -> ErpSyncClient.over(null)),
        of("new ConnectionsApi", "transport", () -> new ConnectionsApi(null)),
        of("breakActorLink", "request", () -> client.actorLinks().breakActorLink(null)),
        of("connectActor", "request", () -> client.actorLinks().connectActor(null)),
        of("createActorLink", "request", () -> client.actorLinks().createActorLink(null)),
        of("saveConnection", "request", () -> client.connections().saveConnection(null)),
        of("async", "request", () -> client.connections().saveConnectionAsync(null)));
  }

  private static Arguments of(String method, String argument, ThrowingCallable call) {
    return arguments(method, argument, call);
  }
}

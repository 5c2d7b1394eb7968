package dev.erpsync.conformance.own.languages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.format.QueryArguments;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** A call as a driver is asked for it. */
final class Asked {
  private static final Contract CONTRACT = Contract.erpSync();

  private final ObjectNode line = JsonNodeFactory.instance.objectNode();

  private Asked(URI baseUrl, String operation) {
    line.put("baseUrl", baseUrl.toString()).put("operation", operation);
  }

  /** A call without anything. */
  static Asked of(URI baseUrl, String operation) {
    return new Asked(baseUrl, operation);
  }

  /** The documented call, with those documented headers that are parameters of the operation. */
  static Asked of(URI baseUrl, Sample sample) {
    Operation operation = CONTRACT.operation(sample.operation()).orElseThrow();
    Asked asked = of(baseUrl, sample.operation());
    sample
        .request()
        .headers()
        .forEach(
            (name, value) -> {
              if (name.equalsIgnoreCase("Authorization")) {
                asked.authorized(value);
              } else if (takes(operation, name)) {
                asked.header(name, value);
              }
            });
    QueryArguments.of(CONTRACT, operation, sample.request().query())
        .properties()
        .forEach(argument -> asked.query(argument.getKey(), argument.getValue()));
    sample.request().body().ifPresent(asked::body);
    return asked;
  }

  Asked basic(String user, String password) {
    line.putObject("auth").put("scheme", "Basic").put("user", user).put("password", password);
    return this;
  }

  Asked ticket(String ticket) {
    line.putObject("auth").put("scheme", "SoTicket").put("ticket", ticket);
    return this;
  }

  Asked token(String token) {
    line.putObject("auth").put("scheme", "Bearer").put("token", token);
    return this;
  }

  /** With a documented Authorization header, which is always a user with a password. */
  Asked authorized(String header) {
    byte[] decoded = Base64.getDecoder().decode(header.substring("Basic ".length()));
    String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
    return basic(pair[0], pair[1]);
  }

  Asked header(String name, String value) {
    line.withObject("/headers").put(name, value);
    return this;
  }

  Asked header(String name, int value) {
    line.withObject("/headers").put(name, value);
    return this;
  }

  Asked query(String name, JsonNode value) {
    line.withObject("/query").set(name, value);
    return this;
  }

  Asked query(String name, String value) {
    line.withObject("/query").put(name, value);
    return this;
  }

  Asked body(JsonNode body) {
    line.set("body", body);
    return this;
  }

  ObjectNode line() {
    return line;
  }

  private static boolean takes(Operation operation, String header) {
    return operation.parameters(CONTRACT).stream()
        .anyMatch(
            each ->
                each.in().equals("header")
                    && each.name()
                        .toLowerCase(Locale.ROOT)
                        .equals(header.toLowerCase(Locale.ROOT)));
  }
}

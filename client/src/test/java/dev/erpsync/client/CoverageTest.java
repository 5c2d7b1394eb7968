package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client has what the contract has, and nothing else. */
class CoverageTest {
  private static final JsonNode CONTRACT = Contract.erpSync().document();

  static List<Operation> operations() {
    return Contract.erpSync().operations();
  }

  @Test
  void everyTagHasItsAccessor() {
    Set<String> tags =
        operations().stream()
            .map(operation -> GeneratedCall.decapitalized(operation.tag()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> accessors =
        Arrays.stream(ErpSyncClient.class.getDeclaredMethods())
            .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(accessors).isEqualTo(tags);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationHasItsMethodWithAndWithoutOptions(Operation operation) throws Exception {
    var call = GeneratedCall.of(operation.id());

    assertThat(call.answers()).isEqualTo(operation.successStatus() != 204);
    assertThat(call.withOptions().getGenericReturnType()).isEqualTo(call.answerType());
    assertThat(call.isOptional()).isEqualTo(mayBeNull(operation));
  }

  /** The contract says so beside a reference, or in the type that it refers to. */
  private static boolean mayBeNull(Operation operation) {
    JsonNode schema = operation.node().at("/responses/200/content/application~1json/schema");
    JsonNode type = CONTRACT.at(schema.path("$ref").asText("#").substring(1));
    return schema.path("nullable").asBoolean() || type.path("nullable").asBoolean();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationHasItsMethodForThoseWhoDoNotWait(Operation operation) throws Exception {
    var call = GeneratedCall.of(operation.id());

    for (Method waiting : List.of(call.method(), call.withOptions())) {
      Type later = call.later(waiting).getGenericReturnType();
      Type answer = MethodType.methodType(waiting.getReturnType()).wrap().returnType();
      assertThat(later).isInstanceOf(ParameterizedType.class);
      assertThat(((ParameterizedType) later).getRawType()).isEqualTo(CompletableFuture.class);
      assertThat(((ParameterizedType) later).getActualTypeArguments()[0])
          .isEqualTo(call.answerType() instanceof Class<?> ? answer : call.answerType());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  @Tag("D55")
  void everyOperationIsRepeatableIfTheContractSaysSo(Operation operation) throws Exception {
    Sample sample = documented(operation);
    List<Attempt> made = new ArrayList<>();
    try (var server = StubServer.answering(404, "")) {
      var client = server.client().interceptor(new Remembering(made)).build();
      assertThatExceptionOfType(ErpSyncException.class)
          .isThrownBy(() -> GeneratedCall.of(operation.id()).make(client, sample.request()));
    }

    assertThat(made)
        .extracting(attempt -> attempt.call().operation(), attempt -> attempt.call().idempotent())
        .containsExactly(tuple(operation.id(), operation.isIdempotent()));
  }

  private static Sample documented(Operation operation) {
    return Sample.all().stream()
        .filter(sample -> sample.operation().equals(operation.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyOptionalParameterOfAnOperationCanBeSet() {
    Map<String, String> contract = new TreeMap<>();
    for (Operation operation : operations()) {
      for (JsonNode reference : operation.node().path("parameters")) {
        JsonNode parameter =
            reference.has("$ref")
                ? CONTRACT.at(reference.path("$ref").asText().substring(1))
                : reference;
        if (!parameter.path("required").asBoolean()) {
          contract.put(parameter.path("name").asText(), parameter.path("in").asText());
        }
      }
    }
    Map<String, String> client = new TreeMap<>();
    for (Parameter parameter : Parameter.values()) {
      client.put(parameter.wireName(), parameter.in().name().toLowerCase(Locale.ROOT));
    }

    assertThat(client).isEqualTo(contract);
  }

  @Test
  void everySchemeOfTheAuthorizationHeaderIsThere() {
    Set<String> schemes =
        StreamSupport.stream(
                CONTRACT.at("/components/securitySchemes").properties().spliterator(), false)
            .filter(scheme -> isOfAuthorizationHeader(scheme.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());

    assertThat(schemes).isEqualTo(CredentialsTest.SCHEMES.keySet());
  }

  private static boolean isOfAuthorizationHeader(JsonNode scheme) {
    return scheme.path("type").asText().equals("http")
        || scheme.path("name").asText().equals("Authorization");
  }
}

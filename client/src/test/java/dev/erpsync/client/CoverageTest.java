package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
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

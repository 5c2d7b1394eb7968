package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.client.model.CreateActorLinkRequest;
import dev.erpsync.client.model.CrmActorType;
import dev.erpsync.client.model.ErpActorType;
import dev.erpsync.client.model.ErpConnectionData;
import dev.erpsync.client.model.GetConnectionsAndDisplayFieldsRequest;
import dev.erpsync.spec.Contract;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A newer server may say more than this client's contract knows. */
class TolerantReaderTest {
  private static final JsonNode SCHEMAS = Contract.erpSync().document().at("/components/schemas");

  @Test
  void readsWhatItKnowsOfAnAnswerWithNewPropertiesAndNewWords() {
    String answer =
        "[{\"ErpConnectionId\":7,\"CrmActorType\":\"Quote\",\"ErpActorType\":\"Customer\","
            + "\"ErpActorTypes\":[\"Partner\",\"Lead\"],\"Colour\":{\"Name\":[\"red\"]}}]";
    try (var server = StubServer.answering(200, answer)) {
      var read =
          server
              .client()
              .build()
              .actorLinks()
              .getConnectionsAndDisplayFields(new GetConnectionsAndDisplayFieldsRequest());

      assertThat(read)
          .containsExactly(
              new ErpConnectionData()
                  .erpConnectionId(7)
                  .crmActorType(CrmActorType.UNRECOGNIZED)
                  .erpActorType(ErpActorType.CUSTOMER)
                  .erpActorTypes(List.of(ErpActorType.PARTNER, ErpActorType.UNRECOGNIZED)));
      assertThat(read.toString()).contains("unrecognized");
    }
  }

  @Test
  void doesNotSendAWordThatItDoesNotKnow() {
    try (var server = StubServer.answering(200, "true")) {
      var links = server.client().build().actorLinks();
      var request = new CreateActorLinkRequest().crmActorType(CrmActorType.fromValue("Quote"));

      assertThatThrownBy(() -> links.createActorLink(request))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the request cannot be written as JSON")
          .rootCause()
          .hasMessageStartingWith("a word that the contract does not know cannot be sent")
          .hasMessageContaining("CrmActorType");
      assertThatThrownBy(() -> links.createActorLinkAsync(request).join())
          .hasCauseInstanceOf(IllegalArgumentException.class);
      assertThat(server.received()).isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyEnumKnowsTheContractsWordsAndTakesOthers() {
    return StreamSupport.stream(SCHEMAS.properties().spliterator(), false)
        .filter(schema -> schema.getValue().path("enum").path(0).isTextual())
        .map(
            schema ->
                dynamicTest(
                    schema.getKey(), () -> check(schema.getKey(), schema.getValue().path("enum"))));
  }

  private static void check(String name, JsonNode words) throws Exception {
    var type = Json.MAPPER.constructType(Class.forName("dev.erpsync.client.model." + name));
    for (JsonNode word : words) {
      Object member = Json.MAPPER.convertValue(word, type);
      assertThat(member).hasToString(word.asText());
      assertThat(Json.MAPPER.<JsonNode>valueToTree(member)).isEqualTo(word);
    }
    for (String other : List.of("New", "unrecognized", "UNRECOGNIZED", "")) {
      Object member = Json.MAPPER.readValue("\"" + other + "\"", type);
      assertThat(((Enum<?>) member).name()).isEqualTo("UNRECOGNIZED");
    }
  }

  @Test
  void noAnswerHasAnEnumWithoutAName() {
    assertThat(SCHEMAS.properties())
        .filteredOn(schema -> !schema.getKey().equals("JsonPatchOperation"))
        .allSatisfy(
            schema ->
                assertThat(schema.getValue().path("properties").findValues("enum"))
                    .allSatisfy(words -> assertThat(words.path(0).isTextual()).isFalse()));
  }
}

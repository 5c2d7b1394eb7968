package dev.erpsync.spec.codec;

import static dev.erpsync.spec.codec.Encoded.CONTRACT;
import static dev.erpsync.spec.codec.Encoded.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("D10")
class TypeTest {
  /** An operation whose types need a rule that is not made yet must not get as far as a server. */
  @Test
  void knowsEveryTypeOfTheContract() {
    assertThat(CONTRACT.document().at("/components/schemas").findParents("type"))
        .allSatisfy(
            schema ->
                assertThat(new Type(CONTRACT.document(), schema, "", Names.EXACT).kind())
                    .isNotNull());
    assertThat(CONTRACT.document().at("/components/schemas").findParents("allOf")).isEmpty();
    assertThat(CONTRACT.document().at("/components/schemas").findParents("oneOf")).isEmpty();
    assertThat(CONTRACT.document().at("/components/schemas").findParents("anyOf")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"integer"} | int
          {"type":"string"} | string
          {"type":"boolean"} | boolean
          {"type":"boolean","xml":{"name":"yes"}} | yes
          {"type":"array","items":{"type":"integer"}} | ArrayOfint
          {"type":"object"} | object
          """)
  void namesElementsOfTypesInPlace(String schema, String element) throws Exception {
    JsonNode document = new ObjectMapper().readTree(schema);
    assertThat(Type.at(document, JsonPointer.empty()).element()).isEqualTo(element);
  }

  @ParameterizedTest
  @CsvSource({
    "Bool,boolean",
    "CrmActorType,CrmActorType",
    "ErpSyncResponseCode,ErpSyncResponseCode",
    "ArrayOfListItem,ArrayOfListItem",
    "ErpConnection,ErpConnection",
    "StringDictionary,StringDictionary"
  })
  void namesElementsOfComponents(String name, String element) {
    assertThat(Type.at(CONTRACT.document(), schema(name)).element()).isEqualTo(element);
  }

  @Test
  void refusesAPointerToNothing() {
    assertThatThrownBy(() -> Type.at(CONTRACT.document(), schema("Nothing")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the contract has no schema at /components/schemas/Nothing");
  }
}

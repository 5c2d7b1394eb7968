package dev.erpsync.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a value has beyond the contract. */
@Tag("D4")
class UnknownPropertiesTest {
  private static final Contract CONTRACT = Contract.erpSync();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BreakActorLinkRequest | {"More":1,"CrmRecordId":1}                         | /More
          BreakActorLinkRequest | {"more/of~it":{"x":1}}                             | /more~1of~0it
          SaveConnectionRequest | {"Connection":{"active":true,"ConfigFields":{"k":"v"}}} | /Connection/active
          SaveConnectionRequest | {"Connection":{"FieldProperties":{"k":{"FieldRight":{"X":1}}}}} | /Connection/FieldProperties/k/FieldRight/X
          ConnectActorRequest   | {"FieldValues":[{},{"Y":[]}]}                      | /FieldValues/1/Y
          ErpConnection         | {"ConfigFields":{"anything":"v"},"Active":[1]}     | ''
          """)
  void areNamedByPointerAtAnyDepth(String schema, String json, String pointer) throws Exception {
    var found =
        CONTRACT.unknownProperties(
            Contract.schemaPointer(schema), new ObjectMapper().readTree(json));
    assertThat(found.stream().map(Violation::pointer))
        .containsExactly(pointer.isEmpty() ? new String[0] : new String[] {pointer});
  }

  @Test
  void areToldWhatIsKnown() {
    var value = JsonNodeFactory.instance.objectNode().put("erpconnectionid", 1);
    assertThat(CONTRACT.unknownProperties(Contract.schemaPointer("BreakActorLinkRequest"), value))
        .singleElement()
        .hasToString(
            "/erpconnectionid: unknown; known are ErpConnectionId, CrmRecordId, CrmActorType"
                + " (rule additionalProperties, found integer)");
  }

  @Test
  void areAHundredAtMostAndCutOffWhereTheyAreLong() {
    var value = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < 1_000; i++) {
      value.put("x".repeat(1_000) + i, 1);
    }
    var found = CONTRACT.unknownProperties(Contract.schemaPointer("ErpConnection"), value);
    assertThat(found).hasSize(100);
    assertThat(found.get(0).shortPointer()).hasSize(201).endsWith("x…");
    assertThat(found.get(0).toString()).doesNotContain("x".repeat(201));
  }
}

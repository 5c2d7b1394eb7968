package dev.erpsync.spec;

import static dev.erpsync.spec.Contract.schemaPointer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values against schemas: what is let through, and what is said about the rest. */
@Tag("D4")
@Tag("D9")
class SchemaCheckTest {
  private static final Contract CONTRACT = Contract.erpSync();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BreakActorLinkRequest | {"ErpConnectionId":1,"CrmRecordId":2147483647,"CrmActorType":"Contact"}
          BreakActorLinkRequest | {"ErpConnectionId":1,"CrmRecordId":-2147483648,"CrmActorType":"Sale","More":1}
          ErpConnection         | {}
          ErpConnection         | {"ErpConnectionId":null,"ConfigFields":{"key":null},"UserGroupAccessIds":[1,1]}
          ErpConnection         | {"TableRight":null,"FieldProperties":{"Active":{"FieldRight":null}}}
          TableRight            | {"Mask":"Update, Insert"}
          """)
  void findsNothingWrong(String schema, String json) throws Exception {
    assertThat(CONTRACT.check(schema, new ObjectMapper().readTree(json))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BreakActorLinkRequest | []                                    | ''                    | type      | array
          BreakActorLinkRequest | null                                  | ''                    | type      | null
          BreakActorLinkRequest | {"CrmRecordId":1,"CrmActorType":"Contact"} | /ErpConnectionId | required  | nothing
          BreakActorLinkRequest | {"ErpConnectionId":"1"}               | /ErpConnectionId      | type      | string
          BreakActorLinkRequest | {"ErpConnectionId":1.5}               | /ErpConnectionId      | type      | number
          BreakActorLinkRequest | {"ErpConnectionId":1.0}               | /ErpConnectionId      | type      | number
          BreakActorLinkRequest | {"ErpConnectionId":2147483648}        | /ErpConnectionId      | format    | integer
          BreakActorLinkRequest | {"CrmActorType":"contact"}            | /CrmActorType         | enum      | string
          CreateActorLinkRequest | {"ErpKey":""}                        | /ErpKey               | minLength | string
          ErpConnection         | {"UserGroupAccessIds":[1,null]}       | /UserGroupAccessIds/1 | type      | null
          ErpConnection         | {"ConfigFields":{"a/b":1}}            | /ConfigFields/a~1b    | type      | integer
          ErpConnection         | {"Active":"true"}                     | /Active               | type      | string
          TableRight            | {"Mask":"Update;Insert"}              | /Mask                 | pattern   | string
          """)
  void namesPointerRuleAndFoundType(
      String schema, String json, String pointer, String rule, String found) throws Exception {
    assertThat(CONTRACT.check(schema, new ObjectMapper().readTree(json)))
        .anySatisfy(
            violation -> {
              assertThat(violation.pointer()).isEqualTo(pointer);
              assertThat(violation.rule()).isEqualTo(rule);
              assertThat(violation.found()).isEqualTo(found);
            });
  }

  @Test
  void stopsAtTheNumberOfViolationsThatIsRequired() {
    var connection = new ObjectMapper().createObjectNode();
    var ids = connection.putArray("UserGroupAccessIds");
    for (int i = 0; i < 340_000; i++) {
      ids.add("x");
    }
    List<Violation> first =
        CONTRACT.firstViolations(schemaPointer("ErpConnection"), connection, 100);
    assertThat(first).hasSize(100);
    assertThat(first.get(99).toString())
        .isEqualTo("/UserGroupAccessIds/99: not an integer (rule type, found string)");
  }

  @ParameterizedTest
  @CsvSource({"DisplayName,254", "ConnectionId,127", "MostRecentTimestamp,254"})
  void countsCharactersNotUnits(String property, int limit) {
    var fits = new ObjectMapper().createObjectNode().put(property, "\uD83D\uDE00".repeat(limit));
    var exceeds = new ObjectMapper().createObjectNode().put(property, "x".repeat(limit + 1));
    assertThat(CONTRACT.check("ErpConnection", fits)).isEmpty();
    assertThat(CONTRACT.check("ErpConnection", exceeds))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.rule()).isEqualTo("maxLength");
              assertThat(violation.toString()).doesNotContain("xx");
            });
  }
}

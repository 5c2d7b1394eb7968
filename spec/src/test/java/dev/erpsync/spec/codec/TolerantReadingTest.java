package dev.erpsync.spec.codec;

import static dev.erpsync.spec.codec.Encoded.CONTRACT;
import static dev.erpsync.spec.codec.Encoded.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that are understood though they are not as the contract says. */
@Tag("D4")
class TolerantReadingTest {
  private static final TolerantReading READING = new TolerantReading(CONTRACT);

  @ParameterizedTest
  @Tag("D2")
  @Tag("D3")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BreakActorLinkRequest | {"erpconnectionid":"1","CRMRECORDID":" +2 ","crmActorType":"contact"} | {"ErpConnectionId":1,"CrmRecordId":2,"CrmActorType":"Contact"}
          BreakActorLinkRequest | {"ErpConnectionId":1,"CrmRecordId":2,"CrmActorType":2} | {"ErpConnectionId":1,"CrmRecordId":2,"CrmActorType":"Person"}
          BreakActorLinkRequest | {"ErpConnectionId":1,"CrmRecordId":2,"CrmActorType":" 3 "} | {"ErpConnectionId":1,"CrmRecordId":2,"CrmActorType":"Project"}
          BreakActorLinkRequest | {} | {"ErpConnectionId":0,"CrmRecordId":0,"CrmActorType":"Unknown"}
          BreakActorLinkRequest | {"ErpConnectionId":null,"CrmRecordId":"","CrmActorType":""} | {"ErpConnectionId":0,"CrmRecordId":0,"CrmActorType":"Unknown"}
          BreakActorLinkRequest | {"CrmRecordId":1,"crmrecordid":2,"ErpConnectionId":1,"CrmActorType":1} | {"CrmRecordId":2,"ErpConnectionId":1,"CrmActorType":"Contact"}
          ErpConnection         | {"active":"TRUE","Deleted":"0","AllAccess":2} | {"Active":true,"Deleted":false,"AllAccess":true}
          ErpConnection         | {"Active":"","ErpConnectionId":" ","DisplayName":""} | {"Active":null,"ErpConnectionId":null,"DisplayName":""}
          ErpConnection         | {"DisplayName":1,"ConnectionId":true,"MostRecentTimestamp":1.5} | {"DisplayName":"1","ConnectionId":"true","MostRecentTimestamp":"1.5"}
          ErpConnection         | {"ConfigFields":{"a":1,"A":false},"UserGroupAccessIds":["1",2]} | {"ConfigFields":{"a":"1","A":"false"},"UserGroupAccessIds":[1,2]}
          ErpConnection         | {"tableright":{"MASK":1}} | {"TableRight":{"Mask":"1"}}
          """)
  void areMadeToConform(String schema, String sent, String understood) throws Exception {
    JsonNode read = read(schema(schema), json(sent));
    assertThat(read).isEqualTo(json(understood));
    assertThat(CONTRACT.check(schema, read)).isEmpty();
  }

  @ParameterizedTest
  @Tag("D3")
  @Tag("D9")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BreakActorLinkRequest  | null                        | ''              | type
          BreakActorLinkRequest  | []                          | ''              | type
          BreakActorLinkRequest  | {"CrmRecordId":2147483648}  | /CrmRecordId    | format
          BreakActorLinkRequest  | {"CrmRecordId":"2147483648"} | /CrmRecordId   | format
          BreakActorLinkRequest  | {"CrmRecordId":1.0}         | /CrmRecordId    | type
          BreakActorLinkRequest  | {"CrmRecordId":"one"}       | /CrmRecordId    | type
          BreakActorLinkRequest  | {"CrmRecordId":true}        | /CrmRecordId    | type
          BreakActorLinkRequest  | {"CrmRecordId":[1]}         | /CrmRecordId    | type
          BreakActorLinkRequest  | {"CrmActorType":99}         | /CrmActorType   | type
          BreakActorLinkRequest  | {"CrmActorType":"-1"}       | /CrmActorType   | enum
          BreakActorLinkRequest  | {"CrmActorType":1.0}        | /CrmActorType   | type
          BreakActorLinkRequest  | {"CrmActorType":"Contact, Person"} | /CrmActorType | enum
          CreateActorLinkRequest | {}                          | /ErpKey         | required
          CreateActorLinkRequest | {"ErpKey":""}               | /ErpKey         | minLength
          SaveConnectionRequest  | {}                          | /Connection     | required
          SaveConnectionRequest  | {"connection":null}         | /Connection     | type
          ErpConnection          | {"Active":"yes"}            | /Active         | type
          ErpConnection          | {"DisplayName":{}}          | /DisplayName    | type
          ErpConnection          | {"UserGroupAccessIds":1}    | /UserGroupAccessIds | type
          ErpConnection          | {"UserGroupAccessIds":[null]} | /UserGroupAccessIds/0 | type
          """)
  void areLeftToTheCheckWhenTheyCannotBeUnderstood(
      String schema, String sent, String pointer, String rule) throws Exception {
    assertThat(CONTRACT.check(schema, read(schema(schema), json(sent))))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.pointer()).isEqualTo(pointer);
              assertThat(violation.rule()).isEqualTo(rule);
            });
  }

  private static JsonNode read(JsonPointer schema, JsonNode sent) {
    CONTRACT.canonicalize(schema, sent);
    return READING.read(schema, sent);
  }

  @TestFactory
  @Tag("D3")
  Stream<DynamicTest> everyMemberOfEveryEnumIsTakenByNameAndNumber() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : List.of("CrmActorType", "ErpActorType")) {
      JsonNode members = CONTRACT.schema(name).path("enum");
      JsonNode values = CONTRACT.schema(name).path("x-enum-values");
      for (int i = 0; i < members.size(); i++) {
        JsonNode member = members.get(i);
        JsonNode value = values.get(i);
        var text = JsonNodeFactory.instance;
        for (JsonNode sent :
            List.of(
                member,
                value,
                text.textNode(value.asText()),
                text.textNode(member.asText().toUpperCase(java.util.Locale.ROOT)))) {
          tests.add(
              dynamicTest(
                  name + " " + sent, () -> assertThat(read(schema(name), sent)).isEqualTo(member)));
        }
      }
    }
    return tests.stream();
  }

  @Test
  @Tag("D3")
  void everyEnumOfNamesHasANumberForEach() {
    for (var schema : CONTRACT.document().at("/components/schemas").properties()) {
      if (schema.getValue().has("enum")) {
        assertThat(schema.getValue().path("x-enum-values"))
            .as(schema.getKey())
            .hasSameSizeAs(schema.getValue().path("enum"));
      }
    }
  }

  @Test
  void doNotChangeWhenTheyConform() {
    for (Sample sample : Sample.all()) {
      CONTRACT
          .operation(sample.operation())
          .flatMap(operation -> operation.requestSchema("application/json"))
          .ifPresent(
              schema -> {
                JsonNode sent = sample.request().body().orElseThrow();
                assertThat(read(schema, sent.deepCopy())).isEqualTo(sent);
              });
    }
  }

  @Test
  @Tag("D10")
  void mayHaveAnyLetterCaseInXmlAndTheLastOfTwoCounts() throws Exception {
    String xml =
        "<c><active>true</active><ACTIVE>false</ACTIVE><usergroupaccessids><Int>1</Int>"
            + "</usergroupaccessids><configfields><stringkeyvaluepair><key>k</key><value>v</value>"
            + "</stringkeyvaluepair></configfields></c>";
    var codec = new XmlCodec(CONTRACT, Names.LAST_COUNTS);
    assertThat(read(schema("ErpConnection"), codec.read(schema("ErpConnection"), bytes(xml))))
        .isEqualTo(
            json("{\"Active\":false,\"UserGroupAccessIds\":[1],\"ConfigFields\":{\"k\":\"v\"}}"));
  }

  @Test
  @Tag("D11")
  void mayHaveAnyLetterCaseInFormsAndTheLastOfTwoCounts() throws Exception {
    String form =
        "active=true&ACTIVE=false&usergroupaccessids=1&UserGroupAccessIds=2&configfields.K=v"
            + "&tableright.mask=FULL&fieldproperties.a.fieldtype=t";
    var codec = new FormCodec(CONTRACT, Names.LAST_COUNTS);
    assertThat(read(schema("ErpConnection"), codec.read(schema("ErpConnection"), bytes(form))))
        .isEqualTo(
            json(
                "{\"Active\":false,\"UserGroupAccessIds\":[1,2],\"ConfigFields\":{\"K\":\"v\"},"
                    + "\"TableRight\":{\"Mask\":\"FULL\"},"
                    + "\"FieldProperties\":{\"a\":{\"FieldType\":\"t\"}}}"));
  }

  @Test
  void doNotChangeWhatIsReadExactly() throws Exception {
    assertThat(
            new XmlCodec(Contract.erpSync())
                .read(schema("ErpConnection"), bytes("<c><active/></c>")))
        .isEqualTo(json("{\"active\":\"\"}"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}

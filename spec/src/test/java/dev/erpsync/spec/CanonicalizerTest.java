package dev.erpsync.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.spec.codec.FormCodec;
import dev.erpsync.spec.codec.JsonPatchCodec;
import dev.erpsync.spec.codec.Names;
import dev.erpsync.spec.codec.XmlCodec;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of properties match the contract's in any letter case, in every encoding. */
@Tag("D4")
class CanonicalizerTest {
  private static final Contract CONTRACT = Contract.erpSync();
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @Tag("D18")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CreateActorLinkRequest | {"erpKey":"k","CRMRECORDID":1} | {"ErpKey":"k","CrmRecordId":1} | [/erpKey, /CRMRECORDID]
          CreateActorLinkRequest | {"ErpKey":"k","Other":1,"oTHER":2} | {"ErpKey":"k","Other":1,"oTHER":2} | []
          ErpSyncConnectorEntity | {"uRL":"http://erp"} | {"URL":"http://erp"} | [/uRL]
          SaveConnectionRequest  | {"connection":{"configFields":{"active":"1","Active":"2"}}} | {"Connection":{"ConfigFields":{"active":"1","Active":"2"}}} | [/connection, /Connection/configFields]
          SaveConnectionRequest  | {"Connection":{"FieldProperties":{"active":{"fieldRight":{"mask":67,"reason":""}}}}} | {"Connection":{"FieldProperties":{"active":{"FieldRight":{"Mask":"67","Reason":""}}}}} | [/Connection/FieldProperties/active/fieldRight, /Connection/FieldProperties/active/FieldRight/mask, /Connection/FieldProperties/active/FieldRight/reason]
          ConnectActorRequest    | {"FieldValues":[{"crmFieldKey":"a"},{"CrmFieldKey":"b"},{"crmfieldkey":"c"}]} | {"FieldValues":[{"CrmFieldKey":"a"},{"CrmFieldKey":"b"},{"CrmFieldKey":"c"}]} | [/FieldValues/0/crmFieldKey, /FieldValues/2/crmfieldkey]
          ErpConnection          | {"TableRight":{"Mask":15}} | {"TableRight":{"Mask":"15"}} | []
          """)
  void namesInJsonAreSpelledAsInTheContract(
      String schema, String sent, String canonical, String otherCase) throws Exception {
    JsonNode value = JSON.readTree(sent);
    NameMatches names = CONTRACT.canonicalize(Contract.schemaPointer(schema), value);
    assertThat(value).isEqualTo(JSON.readTree(canonical));
    assertThat(names.otherCase().stream().map(Violation::pointer)).hasToString(otherCase);
    assertThat(names.duplicates()).isEmpty();
  }

  @Test
  void eachNameInAnotherCaseIsReportedWithTheRightSpelling() throws Exception {
    JsonNode value = JSON.readTree("{\"erpKey\":\"secret\"}");
    assertThat(
            CONTRACT
                .canonicalize(Contract.schemaPointer("CreateActorLinkRequest"), value)
                .otherCase())
        .containsExactly(
            new Violation("/erpKey", "letterCase", "the name is ErpKey, not erpKey", "string"));
  }

  @Test
  void twoNamesThatDifferInLetterCaseOnlyAreDuplicatesAndTheLaterOneStays() throws Exception {
    JsonNode value = JSON.readTree("{\"ErpKey\":\"a\",\"erpKey\":\"b\"}");
    NameMatches names =
        CONTRACT.canonicalize(Contract.schemaPointer("CreateActorLinkRequest"), value);
    assertThat(value).hasToString("{\"ErpKey\":\"b\"}");
    assertThat(names.duplicates())
        .containsExactly(
            new Violation("/erpKey", "uniqueNames", "given twice, as ErpKey and erpKey", "string"));
  }

  @Test
  @Tag("D10")
  void namesInXmlMatchInAnyLetterCase() throws Exception {
    String xml =
        "<c><active>true</active><usergroupaccessids><INT>1</INT></usergroupaccessids>"
            + "<configFields><stringKeyValuePair><key>k</key><value>v</value></stringKeyValuePair>"
            + "</configFields></c>";
    var schema = Contract.schemaPointer("ErpConnection");
    JsonNode value =
        new XmlCodec(CONTRACT, Names.ANY_CASE).read(schema, xml.getBytes(StandardCharsets.UTF_8));
    NameMatches names = CONTRACT.canonicalize(schema, value);
    assertThat(value)
        .hasToString("{\"Active\":true,\"UserGroupAccessIds\":[1],\"ConfigFields\":{\"k\":\"v\"}}");
    assertThat(names.otherCase()).hasSize(3);
  }

  @Test
  @Tag("D11")
  void namesInFormsMatchInAnyLetterCase() throws Exception {
    String form =
        "connection.active=true&connection[usergroupaccessids][0]=1&connection.configfields.K=v";
    var schema = Contract.schemaPointer("SaveConnectionRequest");
    JsonNode value =
        new FormCodec(CONTRACT, Names.ANY_CASE).read(schema, form.getBytes(StandardCharsets.UTF_8));
    CONTRACT.canonicalize(schema, value);
    assertThat(value)
        .hasToString(
            "{\"Connection\":{\"Active\":true,\"UserGroupAccessIds\":[1],\"ConfigFields\":{\"K\":\"v\"}}}");
  }

  @Test
  @Tag("D11")
  void twoSpellingsOfOneNameInAFormAreDuplicates() throws Exception {
    var schema = Contract.schemaPointer("SaveConnectionRequest");
    byte[] form =
        "Connection.Active=true&connection.DisplayName=n".getBytes(StandardCharsets.UTF_8);
    JsonNode value = new FormCodec(CONTRACT, Names.ANY_CASE).read(schema, form);
    assertThat(CONTRACT.canonicalize(schema, value).duplicates())
        .extracting(Violation::message)
        .containsExactly("given twice, as Connection and connection");
  }

  @Test
  @Tag("D12")
  void namesInPathsAndValuesOfAJsonPatchMatchInAnyLetterCase() throws Exception {
    JsonNode patch =
        JSON.readTree(
            """
            [{"op":"add","path":"/connection","value":{"displayName":"a","configFields":{}}},
             {"op":"add","path":"/CONNECTION/configfields/active","value":"1"},
             {"op":"copy","from":"/Connection/displayname","path":"/connection/DisplayDescription"},
             {"op":"add","path":"/Connection/userGroupAccessIds","value":[1]}]""");
    NameMatches names =
        CONTRACT.canonicalizePatch(Contract.schemaPointer("SaveConnectionRequest"), patch);
    assertThat(new JsonPatchCodec().read(patch))
        .hasToString(
            "{\"Connection\":{\"DisplayName\":\"a\",\"ConfigFields\":{\"active\":\"1\"},"
                + "\"DisplayDescription\":\"a\",\"UserGroupAccessIds\":[1]}}");
    assertThat(names.otherCase())
        .extracting(Violation::pointer)
        .containsExactly(
            "/0/path",
            "/0/value/displayName",
            "/0/value/configFields",
            "/1/path",
            "/1/path",
            "/2/from",
            "/2/path",
            "/3/path");
  }

  @Test
  void whatTheContractDoesNotDescribeIsLeftAlone() throws Exception {
    String sent = "{\"Later\":[{\"erpKey\":{\"erpKey\":1}}],\"ErpKey\":{\"erpKey\":1}}";
    JsonNode value = JSON.readTree(sent);
    NameMatches names =
        CONTRACT.canonicalize(Contract.schemaPointer("CreateActorLinkRequest"), value);
    assertThat(value).hasToString(sent);
    assertThat(names.otherCase()).isEmpty();
  }

  @Test
  void moreThanAHundredNamesAreAllSpelledAndAHundredAreReported() throws Exception {
    var sent = new StringBuilder("{\"FieldValues\":[");
    for (int i = 0; i < 150; i++) {
      sent.append(i == 0 ? "" : ",").append("{\"crmFieldKey\":\"k\"}");
    }
    JsonNode value = JSON.readTree(sent.append("]}").toString());
    NameMatches names = CONTRACT.canonicalize(Contract.schemaPointer("ConnectActorRequest"), value);
    assertThat(names.otherCase()).hasSize(100);
    assertThat(value.path("FieldValues")).allMatch(each -> each.has("CrmFieldKey"));
  }
}

package dev.erpsync.spec.codec;

import static dev.erpsync.spec.codec.Encoded.CONTRACT;
import static dev.erpsync.spec.codec.Encoded.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that an encoding could bend: what is read is what was written. */
class OddValuesTest {
  private static final XmlCodec XML = new XmlCodec(CONTRACT);
  private static final FormCodec FORM = new FormCodec(CONTRACT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " leading and trailing ",
        "\n\tline\r\nbreaks\r and\n tabs\t",
        "]]>",
        "<![CDATA[&amp;]]>",
        "&lt; <b>&</b> &#13; \"quoted\" 'quoted'",
        "a=b&c=d+e%20f%",
        "true",
        "0",
        "null",
        "æøå ÆØÅ é e\u0301 ß 漢字",
        "\uD83D\uDE00\uD83C\uDDF3\uD83C\uDDF4",
        "\u00A0\u0085\u2028\uFEFF\uFFFD",
        "US:\"Name\";NO:\"Navn\""
      })
  @Tag("D10")
  @Tag("D11")
  void surviveAsTextAndAsKeys(String text) {
    var connection = JsonNodeFactory.instance.objectNode().put("DisplayName", text);
    connection.putObject("ConfigFields").put(text, text).put("other", "");
    connection.putObject("FieldProperties").putObject(text).put("FieldType", text);
    assertThat(throughXml("ErpConnection", connection)).isEqualTo(connection);
    assertThat(throughForm("ErpConnection", connection)).isEqualTo(connection);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "a/b",
        "a.b",
        ".",
        "..",
        "[0]",
        "a[0].b",
        "a]",
        "FieldType",
        "a.FieldType",
        "a.FieldRight.Mask",
        ".FieldRight",
        "StringKeyValuePair",
        "xsi:nil",
        "1"
      })
  @Tag("D10")
  @Tag("D11")
  void surviveAsKeys(String key) {
    var connection = JsonNodeFactory.instance.objectNode();
    connection.putObject("ConfigFields").put(key, "value");
    var properties = connection.putObject("FieldProperties");
    properties.putObject(key).put("FieldLength", 1).putObject("FieldRight").put("Mask", "FULL");
    assertThat(throughXml("ErpConnection", connection)).isEqualTo(connection);
    assertThat(throughForm("ErpConnection", connection)).isEqualTo(connection);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ErpConnection       | {}
          ErpConnection       | null
          ErpConnection       | {"DisplayName":null,"Active":null,"ErpConnectionId":null}
          ErpConnection       | {"ConfigFields":null,"UserGroupAccessIds":null,"TableRight":null}
          ErpConnection       | {"ConfigFields":{},"UserGroupAccessIds":[],"TableRight":{},"FieldProperties":{}}
          ErpConnection       | {"ConfigFields":{"a":null,"b":""},"FieldProperties":{"a":{"FieldRight":null},"b":{}}}
          ErpConnection       | {"UserGroupAccessIds":[0,-1,2147483647,-2147483648]}
          ErpConnection       | {"UserGroupAccessIds":[null,9223372036854775807,9223372036854775808,123456789012345678901234567890]}
          ErpConnection       | {"Unknown":"text","More":{"A":"1","B":{"C":null}}}
          ConnectActorRequest | {"FieldValues":[{},{"Value":null},{"Value":"","SyncToCrm":true}]}
          SaveConnectionRequest | {"Connection":null}
          Bool                | true
          CrmActorType        | "Contact"
          """)
  @Tag("D10")
  void surviveInXml(String schema, String json) throws JsonProcessingException {
    JsonNode value = new ObjectMapper().readTree(json);
    assertThat(throughXml(schema, value)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ErpConnection       | {}
          ErpConnection       | {"UserGroupAccessIds":[0,-1,2147483647,-2147483648,2147483648]}
          ErpConnection       | {"Unknown.Name[0]":"text","Active":false}
          ConnectActorRequest | {"FieldValues":[{"Value":""},{"Value":"","SyncToCrm":true}]}
          """)
  @Tag("D11")
  void surviveInForms(String schema, String json) throws JsonProcessingException {
    JsonNode value = new ObjectMapper().readTree(json);
    assertThat(throughForm(schema, value)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"UserGroupAccessIds":[]}         | UserGroupAccessIds: a form cannot hold what is empty
          {"UserGroupAccessIds":[1,null]}   | UserGroupAccessIds[1]: a form cannot hold null
          {"ConfigFields":{}}               | ConfigFields: a form cannot hold what is empty
          {"TableRight":{"Mask":null}}    | TableRight: a form cannot hold what is empty
          {"Unknown":[1]}                   | Unknown: the contract names no parts of it
          {"DisplayName":{"a":1}}         | DisplayName: the contract names no parts of it
          []                                  | a form holds an object
          """)
  @Tag("D11")
  void areRefusedByFormsThatCannotHoldThem(String json, String message)
      throws JsonProcessingException {
    JsonNode value = new ObjectMapper().readTree(json);
    assertThatThrownBy(() -> FORM.write(schema("ErpConnection"), value))
        .isInstanceOf(CodecException.class)
        .hasMessage(message);
  }

  @Test
  @Tag("D11")
  void leaveNullsOutOfForms() throws JsonProcessingException {
    JsonNode value =
        new ObjectMapper().readTree("{\"DisplayName\":null,\"Active\":true,\"TableRight\":null}");
    assertThat(FORM.write(schema("ErpConnection"), value)).asString().isEqualTo("Active=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab\u0000", "ab\u0008c", "ab\u001F", "ab\uD800", "ab\uDC00c", "ab\uFFFE"})
  @Tag("D10")
  void areRefusedByXmlThatCannotHoldTheirCharacters(String text) {
    var named = JsonNodeFactory.instance.objectNode().put("DisplayName", text);
    assertThatThrownBy(() -> XML.write(schema("ErpConnection"), named))
        .isInstanceOf(CodecException.class)
        .hasMessage("/DisplayName: XML cannot hold the character at index 2");
    assertThatThrownBy(() -> XML.write(schema("CrmActorType"), named.path("DisplayName")))
        .isInstanceOf(CodecException.class)
        .hasMessage("the value: XML cannot hold the character at index 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a b":1}       | /a b: not the name of an element
          {"a:b":1}       | /a:b: not the name of an element
          {"":1}          | /: not the name of an element
          {"Unknown":[1]} | /Unknown: an array, and the contract names no element for its items
          """)
  @Tag("D10")
  void areRefusedByXmlThatHasNoElementForThem(String json, String message)
      throws JsonProcessingException {
    JsonNode value = new ObjectMapper().readTree(json);
    assertThatThrownBy(() -> XML.write(schema("ErpConnection"), value))
        .isInstanceOf(CodecException.class)
        .hasMessage(message);
  }

  @Test
  @Tag("D10")
  void declareTheXsiPrefixOnTheRootWhenThereIsANull() throws JsonProcessingException {
    JsonNode value = new ObjectMapper().readTree("{\"ConfigFields\":{\"k\":null}}");
    assertThat(XML.write(schema("ErpConnection"), value))
        .asString()
        .isEqualTo(
            """
            <?xml version="1.0" encoding="utf-8"?>\
            <ErpConnection xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
            <ConfigFields><StringKeyValuePair><Key>k</Key><Value xsi:nil="true"/>\
            </StringKeyValuePair></ConfigFields></ErpConnection>""");
  }

  private static JsonNode throughXml(String schema, JsonNode value) {
    return XML.read(schema(schema), XML.write(schema(schema), value));
  }

  private static JsonNode throughForm(String schema, JsonNode value) {
    return FORM.read(schema(schema), FORM.write(schema(schema), value));
  }
}

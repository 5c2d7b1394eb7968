package dev.erpsync.spec.codec;

import static dev.erpsync.spec.codec.Encoded.CONTRACT;
import static dev.erpsync.spec.codec.Encoded.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.spec.Violation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML as others write it, and XML that nobody should. */
@Tag("D10")
class XmlReadingTest {
  private static final XmlCodec CODEC = new XmlCodec(CONTRACT);
  private static final String XSI = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <Any/> | {}
          <c:ErpConnection xmlns:c='urn:a' xmlns='urn:b'><c:Active>true</c:Active><Deleted>0</Deleted></c:ErpConnection> | {"Active":true,"Deleted":false}
          <C>text<Active a='1'>1</Active><!-- x --> text <?x y?></C> | {"Active":true}
          <C><DisplayName>a<!-- x -->b<![CDATA[<c>]]>&amp;&#100;</DisplayName></C> | {"DisplayName":"ab<c>&d"}
          <C><Active> true </Active><ErpConnectionId>&#10;42&#10;</ErpConnectionId></C> | {"Active":true,"ErpConnectionId":42}
          <C><ErpConnectionId>+007</ErpConnectionId></C> | {"ErpConnectionId":7}
          <C><ErpConnectionId>-0</ErpConnectionId></C> | {"ErpConnectionId":0}
          <C><ErpConnectionId>1.0</ErpConnectionId></C> | {"ErpConnectionId":"1.0"}
          <C><ErpConnectionId>1 2</ErpConnectionId></C> | {"ErpConnectionId":"1 2"}
          <C><ErpConnectionId>x</ErpConnectionId></C> | {"ErpConnectionId":"x"}
          <C><ErpConnectionId>&#x0661;</ErpConnectionId></C> | {"ErpConnectionId":"\u0661"}
          <C><ErpConnectionId/></C> | {"ErpConnectionId":""}
          <C><Active>True</Active></C> | {"Active":"True"}
          <C><active>true</active></C> | {"active":"true"}
          <C><Active><b>true</b></Active></C> | {"Active":{"b":"true"}}
          <C><TableRight>FULL</TableRight></C> | {"TableRight":"FULL"}
          <C><UserGroupAccessIds>1</UserGroupAccessIds></C> | {"UserGroupAccessIds":"1"}
          <C><UserGroupAccessIds> </UserGroupAccessIds></C> | {"UserGroupAccessIds":[]}
          <C><UserGroupAccessIds><int>1</int><int>x</int></UserGroupAccessIds></C> | {"UserGroupAccessIds":[1,"x"]}
          <C><Tag>1</Tag><Tag>2</Tag><Tag>3</Tag></C> | {"Tag":["1","2","3"]}
          <C><ConfigFields><StringKeyValuePair><Value>v</Value><Key>k</Key></StringKeyValuePair></ConfigFields></C> | {"ConfigFields":{"k":"v"}}
          <C><ConfigFields><StringKeyValuePair><Key/><Value/></StringKeyValuePair></ConfigFields></C> | {"ConfigFields":{"":""}}
          """)
  void isReadAsTheContractSays(String xml, String json) throws JsonProcessingException {
    assertThat(CODEC.read(schema("ErpConnection"), bytes(xml)))
        .isEqualTo(new ObjectMapper().readTree(json));
  }

  @ParameterizedTest
  @CsvSource({"true,null", "1,null", "false,''", "0,''"})
  void isNullWhenItSaysNil(String nil, String value) throws JsonProcessingException {
    String xml = "<C %s><DisplayName xsi:nil='%s'></DisplayName></C>".formatted(XSI, nil);
    assertThat(CODEC.read(schema("ErpConnection"), bytes(xml)).path("DisplayName").asText())
        .isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `` | line 1, column 1: not well-formed XML
          x | line 1, column 1: not well-formed XML
          <C> | line 1, column 4: not well-formed XML
          <C/><C/> | line 1, column 6: not well-formed XML
          <C><x:Active>secret</x:Active></C> | line 1, column 14: not well-formed XML
          <C><DisplayName>&secret;</DisplayName></C> | line 1, column 25: an entity that XML does not define
          <C><Active>1</Active><Active>1</Active></C> | line 1, column 30, /Active: given twice
          <C><TableRight><Mask/><Mask/></TableRight></C> | line 1, column 30, /TableRight/Mask: given twice
          <C><UserGroupAccessIds><long>1</long></UserGroupAccessIds></C> | line 1, column 30, /UserGroupAccessIds: only elements int belong here
          <C><ConfigFields><secret/></ConfigFields></C> | line 1, column 27, /ConfigFields: only elements StringKeyValuePair belong here
          <C><ConfigFields><StringKeyValuePair><Value/></StringKeyValuePair></ConfigFields></C> | line 1, column 38, /ConfigFields: a pair without Key
          <C><ConfigFields><StringKeyValuePair><Key>secret</Key></StringKeyValuePair></ConfigFields></C> | line 1, column 38, /ConfigFields: a pair has one Key, a text, and one Value
          <C><ConfigFields><StringKeyValuePair><Key/><Value/><Value/></StringKeyValuePair></ConfigFields></C> | line 1, column 38, /ConfigFields: a pair has one Key, a text, and one Value
          <C xmlns:x='http://www.w3.org/2001/XMLSchema-instance'><ConfigFields><StringKeyValuePair><Key x:nil='1'/><Value/></StringKeyValuePair></ConfigFields></C> | line 1, column 90, /ConfigFields: a pair has one Key, a text, and one Value
          <C><ConfigFields><StringKeyValuePair><Key><a/></Key><Value/></StringKeyValuePair></ConfigFields></C> | line 1, column 38, /ConfigFields: a pair has one Key, a text, and one Value
          <C xmlns:x='http://www.w3.org/2001/XMLSchema-instance' x:nil='secret'/> | line 1, column 72: xsi:nil is neither true nor false
          <C xmlns:x='http://www.w3.org/2001/XMLSchema-instance' x:nil='true'>secret</C> | line 1, column 69: xsi:nil, and yet not empty
          """)
  void isRefusedWithThePlaceAndNoValue(String xml, String message) {
    refuses(bytes(xml), message);
  }

  @Test
  void leavesWhatIsNotOfTheTypeToTheCheckOfTheContract() {
    String xml = "<C><Active>yes</Active><TableRight>FULL</TableRight><Unknown><a/></Unknown></C>";
    var value = CODEC.read(schema("ErpConnection"), bytes(xml));
    assertThat(CONTRACT.check(schema("ErpConnection"), value))
        .extracting(Violation::toString)
        .containsExactly(
            "/Active: not a boolean or null (rule type, found string)",
            "/TableRight: not an object or null (rule type, found string)");
  }

  @Test
  void countsLinesAndColumns() {
    refuses(
        bytes("<C>\n  <TableRight>\n    <Mask/>\n    <Mask/>\n  </TableRight>\n</C>"),
        "line 4, column 12, /TableRight/Mask: given twice");
  }

  @Test
  void refusesADictionaryKeyGivenTwice() {
    String pair = "<StringKeyValuePair>\n<Key>k</Key><Value/></StringKeyValuePair>";
    refuses(
        bytes("<C><ConfigFields>" + pair + pair + "</ConfigFields></C>"),
        "line 3, column 6, /ConfigFields: a key given twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE C>\n<C/>",
        "<!DOCTYPE C [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'><!ENTITY c '&b;&b;'>]>\n<C><DisplayName>&c;</DisplayName></C>",
        "<!DOCTYPE C [<!ENTITY file SYSTEM 'file:pom.xml'>]>\n<C><DisplayName>&file;</DisplayName></C>",
        "<!DOCTYPE C [<!ENTITY % more SYSTEM 'file:pom.xml'> %more;]>\n<C/>",
        "<!DOCTYPE C SYSTEM 'file:pom.xml'>\n<C/>",
        "<!DOCTYPE C [<!ATTLIST C xmlns CDATA 'x'>]>\n<C/>"
      })
  void refusesEveryDoctype(String xml) {
    assertThatThrownBy(() -> CODEC.read(schema("ErpConnection"), bytes(xml)))
        .isInstanceOf(CodecException.class)
        .hasMessageEndingWith(": a DOCTYPE is not taken");
  }

  @Test
  void takesElementsNested64DeepAndNoDeeper() {
    String fits = "<a>".repeat(64) + "</a>".repeat(64);
    assertThat(CODEC.read(schema("ErpConnection"), bytes(fits)).at("/a".repeat(63)).asText("no"))
        .isEmpty();
    refuses(bytes("<a>" + fits + "</a>"), "line 1, column 196: elements are nested deeper than 64");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,UTF-8",
    "ISO-8859-1,ISO-8859-1",
    "windows-1252,windows-1252",
    "UTF-16,UTF-16",
    "UTF-16,UTF-16LE",
    "UTF-16,UTF-16BE"
  })
  void believesTheDocumentOnItsCharset(String declared, String charset) {
    String xml = "<?xml version='1.0' encoding='" + declared + "'?>" + named("blåbær");
    assertThat(name(CODEC.read(schema("ErpConnection"), xml.getBytes(Charset.forName(charset)))))
        .isEqualTo("blåbær");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16", "UTF-16LE"})
  void believesTheContentTypeOverTheDocument(String charset) {
    String xml = "<?xml version='1.0' encoding='US-ASCII'?>" + named("blåbær");
    Charset given = Charset.forName(charset);
    assertThat(name(CODEC.read(schema("ErpConnection"), xml.getBytes(given), given)))
        .isEqualTo("blåbær");
  }

  @Test
  void takesAByteOrderMark() {
    byte[] xml = bytes("\uFEFF" + named("a"));
    assertThat(name(CODEC.read(schema("ErpConnection"), xml))).isEqualTo("a");
    assertThat(name(CODEC.read(schema("ErpConnection"), xml, StandardCharsets.UTF_8)))
        .isEqualTo("a");
  }

  @Test
  void refusesBytesThatAreNotOfTheCharset() {
    byte[] xml = named("blåbær").getBytes(StandardCharsets.ISO_8859_1);
    String message = "the XML document: not text in UTF-8 from byte 18";
    refuses(xml, message);
    assertThatThrownBy(() -> CODEC.read(schema("ErpConnection"), xml, StandardCharsets.UTF_8))
        .isInstanceOf(CodecException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "", "?", "UTF-8 "})
  void refusesAnEncodingThatDoesNotExist(String encoding) {
    refuses(
        bytes("<?xml version='1.0' encoding='" + encoding + "'?><C/>"),
        "the XML declaration: no such encoding");
  }

  private static void refuses(byte[] xml, String message) {
    assertThatThrownBy(() -> CODEC.read(schema("ErpConnection"), xml))
        .isInstanceOf(CodecException.class)
        .hasMessage(message);
  }

  private static String named(String name) {
    return "<C><DisplayName>" + name + "</DisplayName></C>";
  }

  private static String name(com.fasterxml.jackson.databind.JsonNode connection) {
    return connection.path("DisplayName").textValue();
  }

  private static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }
}

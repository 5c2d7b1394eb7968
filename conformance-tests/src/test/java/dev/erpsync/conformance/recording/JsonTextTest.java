package dev.erpsync.conformance.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single values are replaced, and everything else stays character by character. */
class JsonTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"x":1}                                  | {"x":"!"}
           { "x" : -1.50e+2 , "a":"x" }            | { "x" : "!" , "a":"x" }
          {"a":[1,{"x":"b\\\\"}],"x":""}           | {"a":[1,{"x":"!"}],"x":"!"}
          {"x":[1,"\\"\\u00e6]",[true],null]}      | {"x":["!","!",["!"],"!"]}
          {"\\u0078":false}                        | {"\\u0078":"!"}
          {"x":{"a":1},"y":1E5}                    | {"x":{"a":1},"y":1E5}
          {"a":"æ😀","x":12345678901234567890}     | {"a":"æ😀","x":"!"}
          """)
  void aValueIsReplacedByTheNameThatHoldsIt(String json, String expected) throws Exception {
    assertThat(JsonText.edit(json, JsonTextTest::marked)).isEqualTo(expected);
  }

  @Test
  void aValueIsKnownByAllNamesAroundIt() throws Exception {
    String json = "{\"a\":[{\"b\":{\"c\":1}},[2]]}";
    var seen = new StringBuilder();
    JsonText.edit(
        json,
        (names, value) -> {
          seen.append(names).append(value).append(' ');
          return Optional.empty();
        });
    assertThat(seen).hasToString("[c, b, a]1 [a]2 ");
  }

  @Test
  void aValueAloneIsReplacedToo() throws Exception {
    assertThat(JsonText.edit(" 7 ", (names, value) -> Optional.of(TextNode.valueOf("" + value))))
        .isEqualTo(" \"7\" ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"x\":1", "{x:1}", "[1,]", "tru"})
  void whatIsNoJsonIsRejected(String text) {
    assertThatThrownBy(() -> JsonText.edit(text, JsonTextTest::marked))
        .isInstanceOf(JsonProcessingException.class);
  }

  private static Optional<JsonNode> marked(List<String> names, JsonNode value) {
    return !names.isEmpty() && names.get(0).equals("x")
        ? Optional.of(TextNode.valueOf("!"))
        : Optional.empty();
  }
}

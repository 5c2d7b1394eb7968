package dev.erpsync.spec.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON Patch: the examples of RFC 6902, appendix A, and what goes wrong. */
@Tag("D12")
class JsonPatchCodecTest {
  private static final JsonPatchCodec CODEC = new JsonPatchCodec();

  static List<Encoded> requests() {
    return Encoded.requests();
  }

  /** An empty document does not matter to an example that starts with adding its own. */
  @ParameterizedTest(name = "A.{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1  | {"foo":"bar"} | [{"op":"add","path":"/baz","value":"qux"}] | {"baz":"qux","foo":"bar"}
          2  | {"foo":["bar","baz"]} | [{"op":"add","path":"/foo/1","value":"qux"}] | {"foo":["bar","qux","baz"]}
          3  | {"baz":"qux","foo":"bar"} | [{"op":"remove","path":"/baz"}] | {"foo":"bar"}
          4  | {"foo":["bar","qux","baz"]} | [{"op":"remove","path":"/foo/1"}] | {"foo":["bar","baz"]}
          5  | {"baz":"qux","foo":"bar"} | [{"op":"replace","path":"/baz","value":"boo"}] | {"baz":"boo","foo":"bar"}
          6  | {"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}} | [{"op":"move","from":"/foo/waldo","path":"/qux/thud"}] | {"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}}
          7  | {"foo":["all","grass","cows","eat"]} | [{"op":"move","from":"/foo/1","path":"/foo/3"}] | {"foo":["all","cows","eat","grass"]}
          8  | {"baz":"qux","foo":["a",2,"c"]} | [{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2}] | {"baz":"qux","foo":["a",2,"c"]}
          10 | {"foo":"bar"} | [{"op":"add","path":"/child","value":{"grandchild":{}}}] | {"foo":"bar","child":{"grandchild":{}}}
          11 | {"foo":"bar"} | [{"op":"add","path":"/baz","value":"qux","xyz":123}] | {"foo":"bar","baz":"qux"}
          14 | {"/":9,"~1":10} | [{"op":"test","path":"/~01","value":10}] | {"/":9,"~1":10}
          16 | {"foo":["bar"]} | [{"op":"add","path":"/foo/-","value":["abc","def"]}] | {"foo":["bar",["abc","def"]]}
          """)
  void doesAsTheExamplesOfTheRfc(int example, String document, String patch, String result)
      throws JsonProcessingException {
    assertThat(applied(document, patch)).isEqualTo(json(result));
  }

  @ParameterizedTest(name = "A.{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          9  | {"baz":"qux"} | [{"op":"test","path":"/baz","value":"bar"}] | operation 1 (/baz): the test fails
          12 | {"foo":"bar"} | [{"op":"add","path":"/baz/bat","value":"qux"}] | operation 1 (/baz/bat): nothing is there
          13 | {}            | [{"op":"add","path":"/baz","value":"qux","op":"remove"}] | operation 1 (/baz): nothing is there
          15 | {"/":9,"~1":10} | [{"op":"test","path":"/~01","value":"10"}] | operation 1 (/~01): the test fails
          """)
  void failsAsTheExamplesOfTheRfc(int example, String document, String patch, String message) {
    assertThatThrownBy(() -> applied(document, patch))
        .isInstanceOf(CodecException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void makesEveryDocumentedRequest(Encoded sample) {
    ArrayNode patch = JsonNodeFactory.instance.arrayNode();
    sample
        .value()
        .properties()
        .forEach(
            e ->
                patch
                    .addObject()
                    .put("op", "add")
                    .put("path", "/" + e.getKey())
                    .set("value", e.getValue()));
    JsonNode before = patch.deepCopy();
    assertThat(CODEC.read(patch)).isEqualTo(sample.value());
    assertThat(patch).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [] | {}
          [{"op":"add","path":"","value":[1]}] | [1]
          [{"op":"replace","path":"","value":null}] | null
          [{"op":"add","path":"/","value":1}] | {"":1}
          [{"op":"add","path":"/a","value":1},{"op":"add","path":"/a","value":2}] | {"a":2}
          [{"op":"add","path":"/a","value":[1,2]},{"op":"replace","path":"/a/1","value":3}] | {"a":[1,3]}
          [{"op":"add","path":"/a","value":[1,2]},{"op":"add","path":"/a/2","value":3}] | {"a":[1,2,3]}
          [{"op":"add","path":"/a~1b~0c","value":1},{"op":"move","from":"/a~1b~0c","path":"/d"}] | {"d":1}
          [{"op":"add","path":"/a","value":{"b":1}},{"op":"copy","from":"/a","path":"/a/c"}] | {"a":{"b":1,"c":{"b":1}}}
          [{"op":"add","path":"/a","value":{"b":1}},{"op":"copy","from":"/a","path":"/c"},{"op":"add","path":"/c/b","value":2}] | {"a":{"b":1},"c":{"b":2}}
          [{"op":"add","path":"/a","value":{"b":1}},{"op":"move","from":"/a","path":""}] | {"b":1}
          [{"op":"add","path":"/a","value":1},{"op":"move","from":"/a","path":"/a"}] | {"a":1}
          [{"op":"move","from":"","path":""}] | {}
          [{"op":"add","path":"/a","value":{"b":[1,1e2]}},{"op":"test","path":"","value":{"a":{"b":[1.0,100]}}}] | {"a":{"b":[1,1e2]}}
          [{"op":"add","path":"/a","value":null},{"op":"test","path":"/a","value":null}] | {"a":null}
          """)
  void appliesOperationsToAnEmptyObject(String patch, String result)
      throws JsonProcessingException {
    assertThat(CODEC.read(json(patch))).isEqualTo(json(result));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | a JSON Patch is an array of operations
          [1] | operation 0: no text path
          [{"op":"add","value":1}] | operation 0: no text path
          [{"path":"/a"}] | operation 0 (/a): no text op
          [{"op":"Add","path":"/a"}] | operation 0 (/a): no such op
          [{"op":"add","path":"/a"}] | operation 0 (/a): no value
          [{"op":"move","path":"/a"}] | operation 0 (/a): no text from
          [{"op":"copy","path":"/a","from":"/b"}] | operation 0 (/a): nothing is there
          [{"op":"add","path":"a","value":1}] | operation 0 (a): not a JSON Pointer
          [{"op":"add","path":"/~2","value":1}] | operation 0 (/~2): not a JSON Pointer
          [{"op":"add","path":"/a~","value":1}] | operation 0 (/a~): not a JSON Pointer
          [{"op":"remove","path":""}] | operation 0: the whole cannot be removed
          [{"op":"replace","path":"/a","value":1}] | operation 0 (/a): nothing is there
          [{"op":"add","path":"/a","value":[]},{"op":"add","path":"/a/1","value":1}] | operation 1 (/a/1): an array index out of bounds
          [{"op":"add","path":"/a","value":[1]},{"op":"remove","path":"/a/1"}] | operation 1 (/a/1): an array index out of bounds
          [{"op":"add","path":"/a","value":[1]},{"op":"test","path":"/a/-","value":1}] | operation 1 (/a/-): not an array index
          [{"op":"add","path":"/a","value":[1,2]},{"op":"test","path":"/a/01","value":2}] | operation 1 (/a/01): not an array index
          [{"op":"add","path":"/a","value":[1,2]},{"op":"test","path":"/a/+1","value":2}] | operation 1 (/a/+1): not an array index
          [{"op":"add","path":"/a","value":"secret"},{"op":"add","path":"/a/b","value":1}] | operation 1 (/a/b): the parent is neither object nor array
          [{"op":"add","path":"/a","value":{"b":1}},{"op":"move","from":"/a","path":"/a/b"}] | operation 1 (/a/b): a value cannot be moved into itself
          [{"op":"add","path":"/a","value":"1"},{"op":"test","path":"/a","value":1}] | operation 1 (/a): the test fails
          [{"op":"add","path":"/a","value":[1]},{"op":"test","path":"/a","value":[1,1]}] | operation 1 (/a): the test fails
          [{"op":"add","path":"/a","value":1e999},{"op":"test","path":"/a","value":1}] | operation 1 (/a): the test fails
          """)
  void namesOperationPathAndFault(String patch, String message) {
    assertThatThrownBy(() -> CODEC.read(json(patch)))
        .isInstanceOf(CodecException.class)
        .hasMessage(message);
  }

  @Test
  void refusesCopiesThatDoubleTheValueAgainAndAgain() {
    String twice = ",{\"op\":\"copy\",\"from\":\"/a\",\"path\":\"/a/-\"}".repeat(40);
    assertThatThrownBy(
            () -> CODEC.read(json("[{\"op\":\"add\",\"path\":\"/a\",\"value\":[]}" + twice + "]")))
        .isInstanceOf(CodecException.class)
        .hasMessage("operation 17 (/a/-): more than 100,000 values are copied or moved");
  }

  @ParameterizedTest(name = "{0} a long {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /a/- | text   | ["%s"]       | operation 2 (/a/-): more than 1,000,000 characters are copied or moved
          /a/- | name   | [{"%s":1}]   | operation 5 (/a/-): more than 1,000,000 characters are copied or moved
          /a/- | number | [%s]         | operation 10 (/a/-): more than 1,000,000 characters are copied or moved
          """)
  void rejectsCopiesThatDoubleLongTexts(String path, String what, String array, String message) {
    int length = what.equals("number") ? 999 : what.equals("name") ? 50_000 : 500_000;
    String part = "1".repeat(length);
    String twice = ",{\"op\":\"copy\",\"from\":\"/a\",\"path\":\"%s\"}".formatted(path).repeat(16);
    String add = "[{\"op\":\"add\",\"path\":\"/a\",\"value\":%s}".formatted(array.formatted(part));
    assertThatThrownBy(() -> CODEC.read(json(add + twice + "]")))
        .isInstanceOf(CodecException.class)
        .hasMessage(message);
  }

  @Test
  void rejectsMovesOfALargeValueAgainAndAgain() {
    String large = "[" + "1,".repeat(40_000) + "1]";
    String there = ",{\"op\":\"move\",\"from\":\"/a\",\"path\":\"/b\"}";
    String back = ",{\"op\":\"move\",\"from\":\"/b\",\"path\":\"/a\"}";
    String add = "[{\"op\":\"add\",\"path\":\"/a\",\"value\":" + large + "}";
    assertThatThrownBy(() -> CODEC.read(json(add + (there + back).repeat(9) + "]")))
        .isInstanceOf(CodecException.class)
        .hasMessage("operation 3 (/b): more than 100,000 values are copied or moved");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"op":"add","path":"/a/0","value":1}     | 250
          {"op":"remove","path":"/a/0"}            | 251
          {"op":"replace","path":"/a/0","value":1} | 125
          """)
  void rejectsThatALongArrayIsShiftedAgainAndAgain(String operation, int last) {
    String large = "[" + "1,".repeat(40_000) + "1]";
    String add = "[{\"op\":\"add\",\"path\":\"/a\",\"value\":" + large + "}";
    assertThatThrownBy(() -> CODEC.read(json(add + ("," + operation).repeat(300) + "]")))
        .isInstanceOf(CodecException.class)
        .hasMessage("operation %d (/a/0): more than 10,000,000 array items are shifted", last);
  }

  @Test
  void shortensALongPathInTheMessage() {
    String path = "/" + "x".repeat(300);
    assertThatThrownBy(() -> CODEC.read(json("[{\"op\":\"remove\",\"path\":\"" + path + "\"}]")))
        .isInstanceOf(CodecException.class)
        .hasMessage("operation 0 (" + path.substring(0, 200) + "…): nothing is there");
  }

  @Test
  void refusesWhatIsNestedDeeperThan64() throws JsonProcessingException {
    String parent = "/a".repeat(63);
    String fits = "[{\"op\":\"add\",\"path\":\"/a\",\"value\":%s}]";
    String deepest = "{\"a\":".repeat(63) + "1" + "}".repeat(63);
    assertThat(CODEC.read(json(fits.formatted(deepest))).at(parent + "/a").intValue()).isOne();
    assertThatThrownBy(() -> CODEC.read(json(fits.formatted("[" + deepest + "]"))))
        .isInstanceOf(CodecException.class)
        .hasMessage("operation 0 (/a): nested deeper than 64");
  }

  private static JsonNode applied(String document, String patch) throws JsonProcessingException {
    ArrayNode operations = JsonNodeFactory.instance.arrayNode();
    operations.addObject().put("op", "add").put("path", "").set("value", json(document));
    return CODEC.read(operations.addAll((ArrayNode) json(patch)));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }
}

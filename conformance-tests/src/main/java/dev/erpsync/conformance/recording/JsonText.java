package dev.erpsync.conformance.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Replaces single values in a JSON text, and leaves every other character of it as it is. */
public final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** Says what stands in the place of a text, number, boolean or null. */
  @FunctionalInterface
  public interface Edit {
    /**
     * The replacement.
     *
     * @param names of the properties that hold the value, the innermost first; none at the top
     * @return empty to leave the value as it is written
     */
    Optional<JsonNode> of(List<String> names, JsonNode value);
  }

  private JsonText() {}

  /**
   * The same text with other values.
   *
   * @throws JsonProcessingException when the text is no JSON
   */
  public static String edit(String json, Edit edit) throws JsonProcessingException {
    var edited = new StringBuilder();
    int copied = 0;
    try (JsonParser parser = FACTORY.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue()) {
          Optional<JsonNode> other = edit.of(names(parser), value(parser, token));
          if (other.isPresent()) {
            int start = (int) parser.currentTokenLocation().getCharOffset();
            edited.append(json, copied, start).append(other.get());
            copied = end(json, start, parser, token);
          }
        }
      }
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot fail to be read", e);
    }
    return edited.append(json, copied, json.length()).toString();
  }

  private static List<String> names(JsonParser parser) {
    List<String> names = new ArrayList<>();
    for (JsonStreamContext at = parser.getParsingContext(); at != null; at = at.getParent()) {
      if (at.inObject() && at.getCurrentName() != null) {
        names.add(at.getCurrentName());
      }
    }
    return names;
  }

  private static JsonNode value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_STRING -> TextNode.valueOf(parser.getText());
      case VALUE_NUMBER_INT -> BigIntegerNode.valueOf(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> DecimalNode.valueOf(parser.getDecimalValue());
      case VALUE_TRUE, VALUE_FALSE -> BooleanNode.valueOf(parser.getBooleanValue());
      default -> NullNode.getInstance();
    };
  }

  /** The index behind a value: a text has escapes, everything else is what the parser gives. */
  private static int end(String json, int start, JsonParser parser, JsonToken token)
      throws IOException {
    if (token != JsonToken.VALUE_STRING) {
      return start + parser.getTextLength();
    }
    int end = start + 1;
    while (json.charAt(end) != '"') {
      end += json.charAt(end) == '\\' ? 2 : 1;
    }
    return end + 1;
  }
}

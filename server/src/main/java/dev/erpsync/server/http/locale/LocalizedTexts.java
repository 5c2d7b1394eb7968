package dev.erpsync.server.http.locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.erpsync.server.http.response.ResponseTree;
import dev.erpsync.server.language.AnswerLocale;
import dev.erpsync.spec.Contract;

/**
 * The texts of an answer that the contract marks: {@code x-multi-language} in one language, {@code
 * date-time} in the time zone. All others stay as they are. Thread-safe. (D14, D15)
 */
final class LocalizedTexts {
  private final Contract contract;

  LocalizedTexts(Contract contract) {
    this.contract = contract;
  }

  /** Changes an answer. */
  void rewrite(ResponseTree answer, AnswerLocale locale) {
    rewrite(contract.document().at(answer.schema()), answer.value(), locale);
  }

  private JsonNode rewrite(JsonNode reference, JsonNode value, AnswerLocale locale) {
    JsonNode schema = contract.resolve(reference);
    if (value.isTextual()) {
      return TextNode.valueOf(text(schema, value.textValue(), locale));
    }
    if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, rewrite(schema.path("items"), array.get(i), locale));
      }
    } else if (value instanceof ObjectNode object) {
      for (var property : object.properties()) {
        JsonNode type = typeOf(schema, property.getKey());
        property.setValue(rewrite(type, property.getValue(), locale));
      }
    }
    return value;
  }

  private static JsonNode typeOf(JsonNode schema, String property) {
    JsonNode named = schema.path("properties").path(property);
    return named.isMissingNode() ? schema.path("additionalProperties") : named;
  }

  private static String text(JsonNode schema, String text, AnswerLocale locale) {
    if (schema.path("x-multi-language").booleanValue()) {
      return locale.languages().map(languages -> languages.resolve(text)).orElse(text);
    }
    if (schema.path("format").asText().equals("date-time")) {
      return locale.zone().map(zone -> zone.convert(text)).orElse(text);
    }
    return text;
  }
}

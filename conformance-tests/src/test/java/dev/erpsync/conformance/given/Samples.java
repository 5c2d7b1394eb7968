package dev.erpsync.conformance.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.erpsync.spec.Sample;
import dev.erpsync.spec.Sample.Message;
import java.util.Map;
import java.util.Optional;

/** Samples as they come from a page: without a state. */
final class Samples {
  private Samples() {}

  /** An exchange; an empty text stands for no body. Bodies may be JSON with single quotes. */
  static Sample sample(String operation, String request, int status, String response) {
    return new Sample(
        operation,
        operation + "-000",
        "page.txt",
        "",
        JsonNodeFactory.instance.objectNode(),
        message(request),
        status,
        message(response));
  }

  static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static Message message(String body) {
    return new Message(Map.of(), body.isEmpty() ? Optional.empty() : Optional.of(json(body)));
  }
}

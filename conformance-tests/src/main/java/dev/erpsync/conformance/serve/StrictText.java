package dev.erpsync.conformance.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** Bytes as JSON, where neither a broken character nor a property given twice passes. (D9) */
final class StrictText {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private StrictText() {}

  /**
   * Reads a value.
   *
   * @throws UnreadableBodyException that says where it is none, and never what stands there
   */
  static JsonNode json(byte[] bytes, Charset charset) throws UnreadableBodyException {
    String text;
    try {
      text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableBodyException("bytes that are no " + charset.name());
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      String why =
          String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")
              ? "a name given twice"
              : "an error";
      throw new UnreadableBodyException(
          at == null
              ? why
              : "%s at line %d, column %d".formatted(why, at.getLineNr(), at.getColumnNr()));
    }
  }
}

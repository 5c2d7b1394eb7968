package dev.erpsync.server.http.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.server.http.error.MalformedRequestException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * JSON texts as values, to the letter (RFC 8259); whether a name may be repeated and something may
 * stand after the value, its mapper says. (D9)
 */
final class StrictJson {
  private final ObjectMapper mapper;

  /**
   * A reader of JSON texts.
   *
   * @param mapper reads the text
   */
  StrictJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Reads a text.
   *
   * @param charset what the Content-Type says; empty to tell UTF-8, UTF-16 and UTF-32 by the text
   * @throws MalformedRequestException without any of the text, which may hold a secret
   */
  JsonNode read(byte[] text, Optional<Charset> charset) {
    try {
      boolean detected = charset.isEmpty() || charset.get().equals(StandardCharsets.UTF_8);
      JsonNode value =
          detected
              ? mapper.readTree(text)
              : mapper.readTree(
                  charset.get().newDecoder().decode(ByteBuffer.wrap(text)).toString());
      if (value.isMissingNode()) {
        throw new MalformedRequestException("request body: nothing was sent");
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw new MalformedRequestException("request body: nested too deeply, or a value too long");
    } catch (JsonProcessingException e) {
      throw new MalformedRequestException(
          "request body: not well-formed JSON at line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (NumberFormatException e) {
      // Jackson does not wrap it where a number becomes a BigDecimal.
      throw new MalformedRequestException("request body: a number with too long an exponent");
    } catch (IOException e) {
      throw new MalformedRequestException("request body: it is not a text of its charset");
    }
  }
}

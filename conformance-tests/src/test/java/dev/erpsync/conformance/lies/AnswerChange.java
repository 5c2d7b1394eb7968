package dev.erpsync.conformance.lies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.spec.codec.JsonPatchCodec;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Changes answers as a row says: first the body, then the status, then headers, then bytes. */
final class AnswerChange {
  private static final Pattern NAME = Pattern.compile("\"(\\w+)\":");
  private static final HexFormat HEX = HexFormat.of();

  private final JsonNode how;

  AnswerChange(JsonNode how) {
    this.how = how;
  }

  /**
   * The bytes of the answer.
   *
   * @param honest what the server said
   * @param earlier what it said to the first call of the same path
   */
  byte[] apply(Message honest, Message earlier) {
    Message said = how.path("earlier").asBoolean() ? earlier : honest;
    Content body = Content.of(body(said));
    if (!body.equals(said.body())) {
      said = said.saying(body);
    }
    if (how.has("status")) {
      said = said.withStart("HTTP/1.1 " + how.path("status").asInt() + " Said");
    }
    for (var header : how.path("headers").properties()) {
      said =
          header.getValue().isNull()
              ? said.without(header.getKey())
              : said.with(header.getKey(), header.getValue().asText());
    }
    for (var header : how.path("also").properties()) {
      said = said.adding(header.getKey(), header.getValue().asText());
    }
    byte[] bytes = how.has("raw") ? utf8(how.path("raw").asText()) : said.bytes();
    return Arrays.copyOf(bytes, bytes.length - how.path("cut").asInt());
  }

  private byte[] body(Message said) {
    if (how.has("hex")) {
      return HEX.parseHex(how.path("hex").asText());
    }
    byte[] body = said.body().bytes();
    if (how.has("body")) {
      body = utf8(how.path("body").asText());
    }
    if (how.has("text")) {
      body = utf8(replaced(how.path("text"), text(body)));
    }
    if (how.has("patch")) {
      body = utf8(patched(how.path("patch"), text(body)));
    }
    if (how.path("names").asText().equals("lower")) {
      String lower =
          NAME.matcher(text(body)).replaceAll(name -> name.group().toLowerCase(Locale.ROOT));
      body = utf8(lower);
    }
    if (how.has("charset")) {
      body = text(body).getBytes(Charset.forName(how.path("charset").asText()));
    }
    return join(HEX.parseHex(how.path("before").asText()), body);
  }

  /** Every text of the left side becomes that of the right; each must be there. */
  static String replaced(JsonNode pairs, String text) {
    String changed = text;
    for (var pair : pairs.properties()) {
      if (!changed.contains(pair.getKey())) {
        throw new IllegalArgumentException(pair.getKey() + " is not in " + changed);
      }
      changed = changed.replace(pair.getKey(), pair.getValue().asText());
    }
    return changed;
  }

  static String patched(JsonNode patch, String json) {
    try {
      return new JsonPatchCodec().apply(patch, new ObjectMapper().readTree(json)).toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

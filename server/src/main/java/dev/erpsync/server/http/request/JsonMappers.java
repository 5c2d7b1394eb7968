package dev.erpsync.server.http.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How JSON is read and written. (D4, D9) */
public final class JsonMappers {
  private static final int MAX_NESTING = 64;

  private JsonMappers() {}

  /** As the contract requires: strict about form, and unknown properties are ignored. */
  public static ObjectMapper strict() {
    return common()
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  /**
   * As the vendor's platform reads: of two properties with one name the last counts, what follows
   * the value does not, and a number can become the text that it was written as.
   */
  static ObjectMapper tolerant() {
    return common()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }

  private static JsonMapper.Builder common() {
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
            .build();
    return JsonMapper.builder(factory)
        // Otherwise URL, whose getter begins with capitals, would stand behind all others.
        .enable(MapperFeature.USE_STD_BEAN_NAMING)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }
}

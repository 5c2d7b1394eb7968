package dev.erpsync.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes the models. */
final class Json {
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          // As the documented samples: what is not set is not sent. Values of a map are, also null.
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          // A newer server may say more than this client's contract knows.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // What it says must be what the contract says: "true" is no boolean, 1.5 no integer.
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .addModule(new SimpleModule().addSerializer(new Word()))
          .build();

  private Json() {}

  /** Writes a member of an enum, unless it stands for what was not known when it was read. */
  private static final class Word extends StdSerializer<Enum<?>> {
    private static final long serialVersionUID = 1L;

    Word() {
      super(Enum.class, false);
    }

    @Override
    public void serialize(Enum<?> word, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      // Every generated enum has this member.
      if (word.name().equals("UNRECOGNIZED")) {
        throw JsonMappingException.from(
            json, "a word that the contract does not know cannot be sent");
      }
      json.writeString(word.toString());
    }
  }

  static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the request cannot be written as JSON", e);
    }
  }

  /**
   * Reads a response body.
   *
   * @param type an {@link Optional} if the contract allows {@code null}
   * @throws IOException if this is not JSON, or not of the type, or {@code null} where the contract
   *     has a value; the message is a sentence
   */
  @SuppressWarnings("unchecked") // T is that Optional.
  static <T> T read(byte[] json, TypeReference<T> type) throws IOException {
    JavaType target = MAPPER.constructType(type);
    if (target.hasRawClass(Optional.class)) {
      return (T) Optional.ofNullable(parse(json, target.containedType(0)));
    }
    Object value = parse(json, target);
    if (value == null) {
      throw new IOException("null instead of a value");
    }
    return (T) value;
  }

  private static @Nullable Object parse(byte[] json, JavaType type) throws IOException {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonMappingException e) {
      throw new IOException(e.getOriginalMessage() + " " + e.getPathReference(), e);
    } catch (JsonProcessingException e) {
      throw new IOException(e.getOriginalMessage(), e);
    }
  }

  /** Why this text cannot be read as that type, in a sentence that quotes nothing else. */
  static String misfit(String json, TypeReference<?> type) {
    try {
      read(json.getBytes(UTF_8), type);
      return "it is not of the type " + type.getType().getTypeName();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** The value, if this is JSON of that type. */
  static <T> Optional<T> tryRead(String json, Class<T> type) {
    try {
      return Optional.ofNullable(MAPPER.readValue(json, type));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}

package dev.erpsync.conformance.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.spec.codec.JsonPatchCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** Trees out of this package's resources, and changed ones. */
final class Trees {
  private Trees() {}

  static JsonNode resource(String name) {
    try (InputStream in = Trees.class.getResourceAsStream(name)) {
      Object tree = new Yaml().load(Objects.requireNonNull(in, name));
      return new ObjectMapper().valueToTree(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    try (InputStream in = Trees.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode patched(JsonNode document, JsonNode patch) {
    return new JsonPatchCodec().apply(patch, document.deepCopy());
  }
}

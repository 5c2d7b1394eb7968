package dev.erpsync.conformance.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.conformance.review.source.SourceReader;
import dev.erpsync.conformance.review.source.UnusableSourceException;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.parser.converter.SwaggerConverter;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the vendor's description: Swagger 2.0 or OpenAPI 3.0, in JSON or YAML. */
final class VendorReader {
  private static final int MOST_BYTES = 20_000_000;

  private VendorReader() {}

  /**
   * Reads a description as OpenAPI 3.0. Nothing is fetched: references stay as they are.
   *
   * @throws UnusableSourceException when it cannot be read, or not completely
   */
  static JsonNode read(Path file) throws UnusableSourceException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw unusable(file, "it is larger than %,d bytes".formatted(MOST_BYTES));
      }
      String text = Files.readString(file);
      return isSwagger(text)
          ? converted(file, text)
          : SourceReader.read(file.toString()).contract().document();
    } catch (JsonProcessingException | YAMLException e) {
      throw new UnusableSourceException(file + ": it is no JSON and no YAML", e);
    } catch (IOException e) {
      throw new UnusableSourceException(file + ": it cannot be read: " + e, e);
    }
  }

  /** JSON is read as such: YAML does not allow its tabs. */
  private static boolean isSwagger(String text) throws IOException {
    var options = new LoaderOptions();
    options.setCodePointLimit(MOST_BYTES);
    var mapper = new ObjectMapper();
    JsonNode root =
        text.stripLeading().startsWith("{")
            ? mapper.readTree(text)
            : mapper.valueToTree(new Yaml(new SafeConstructor(options)).load(text));
    return root.path("swagger").asText().equals("2.0");
  }

  /** What the converter complains about it also leaves out, so that it would not be compared. */
  private static JsonNode converted(Path file, String text) throws UnusableSourceException {
    var options = new ParseOptions();
    options.setResolve(false);
    SwaggerParseResult result = new SwaggerConverter().readContents(text, List.of(), options);
    if (result.getOpenAPI() == null || !result.getMessages().isEmpty()) {
      throw unusable(file, "it is no complete Swagger 2.0: " + result.getMessages());
    }
    return Json.mapper().valueToTree(result.getOpenAPI());
  }

  private static UnusableSourceException unusable(Path file, String reason) {
    return new UnusableSourceException(file + ": " + reason);
  }
}

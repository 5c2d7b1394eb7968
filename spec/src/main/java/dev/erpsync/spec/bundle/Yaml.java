package dev.erpsync.spec.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** YAML and JSON files as trees. Anchors are resolved on reading and never written. */
final class Yaml {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Yaml() {}

  /**
   * Reads one file.
   *
   * @throws BundleException when the file cannot be read or is not YAML; names the file
   */
  static JsonNode read(Path file) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(200);
    try (Reader reader = Files.newBufferedReader(file)) {
      return JSON.valueToTree(
          new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).load(reader));
    } catch (IOException | YAMLException e) {
      throw new BundleException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  static void writeYaml(Path file, JsonNode tree) {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(120);
    write(file, new org.yaml.snakeyaml.Yaml(options).dump(JSON.convertValue(tree, Object.class)));
  }

  static void writeJson(Path file, JsonNode tree) {
    write(file, tree.toPrettyString() + "\n");
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.erpsync.spec.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The build step that writes the bundled contracts and samples. */
final class Main {
  private Main() {}

  /**
   * Writes {@code openapi}, {@code emulator} (each as YAML and JSON) and {@code samples.json}.
   *
   * @param args the contract's folder, then the folders to write into
   */
  public static void main(String... args) throws IOException {
    Path spec = Path.of(args[0]);
    JsonNode samples = samples(spec.resolve("samples"));
    for (String target : List.of(args).subList(1, args.length)) {
      for (String contract : List.of("openapi", "emulator")) {
        JsonNode document = Bundler.bundle(spec.resolve(contract + ".yaml"));
        Yaml.writeYaml(Path.of(target, contract + ".yaml"), document);
        Yaml.writeJson(Path.of(target, contract + ".json"), document);
      }
      Yaml.writeJson(Path.of(target, "samples.json"), samples);
    }
  }

  /** All samples by operation and name; the file's name is the operation's. */
  private static JsonNode samples(Path folder) throws IOException {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .forEach(
              file ->
                  all.set(
                      file.getFileName().toString().replaceFirst("\\.yaml$", ""), Yaml.read(file)));
    }
    return all;
  }
}

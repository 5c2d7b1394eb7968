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
   * Writes {@code openapi}, {@code emulator}, {@code discovery} (each as YAML and JSON), {@code
   * samples.json}, {@code cases.json} and {@code scenarios.json}.
   *
   * @param args the contract's folder, then the folders to write into
   */
  public static void main(String... args) throws IOException {
    Path spec = Path.of(args[0]);
    JsonNode samples = folder(spec.resolve("samples"));
    JsonNode cases = folder(spec.resolve("cases"));
    JsonNode scenarios = folder(spec.resolve("scenarios"));
    for (String target : List.of(args).subList(1, args.length)) {
      for (String contract : List.of("openapi", "emulator", "discovery")) {
        JsonNode document = Bundler.bundle(spec.resolve(contract + ".yaml"));
        Yaml.writeYaml(Path.of(target, contract + ".yaml"), document);
        Yaml.writeJson(Path.of(target, contract + ".json"), document);
      }
      Yaml.writeJson(Path.of(target, "samples.json"), samples);
      Yaml.writeJson(Path.of(target, "cases.json"), cases);
      Yaml.writeJson(Path.of(target, "scenarios.json"), scenarios);
    }
  }

  /** All files of a folder, by their name: that of an operation, or of a topic. */
  private static JsonNode folder(Path folder) throws IOException {
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

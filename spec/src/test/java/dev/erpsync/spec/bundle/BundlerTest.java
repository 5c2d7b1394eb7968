package dev.erpsync.spec.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One file out of parts. */
class BundlerTest {
  private static final String SCHEMA = "type: string\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"openapi", "emulator"})
  void givesADocumentThatEqualsItsParts(String contract) {
    Path parts = Path.of(contract + ".yaml").toAbsolutePath();
    Path bundle = Path.of("target", contract + ".yaml").toAbsolutePath();
    assertThat(new Dereferenced(bundle).of("/paths"))
        .isEqualTo(new Dereferenced(parts).of("/paths"));
    assertThat(Yaml.read(bundle).findValuesAsText("$ref"))
        .isNotEmpty()
        .allMatch(r -> r.startsWith("#/components/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"openapi", "emulator"})
  void givesTheSameDocumentAgainAndInBothForms(String contract) {
    JsonNode again = Bundler.bundle(Path.of(contract + ".yaml"));
    assertThat(Yaml.read(Path.of("target", contract + ".yaml"))).isEqualTo(again);
    assertThat(Yaml.read(Path.of("target", contract + ".json"))).isEqualTo(again);
  }

  @Test
  void leavesDataInSamplesAlone() throws IOException {
    write("openapi.yaml", "a: {$ref: 'samples/Op.yaml#/Op-000/request/body'}");
    write("samples/Op.yaml", "Op-000: {request: {body: {value: {$ref: data}}}}");
    assertThat(Bundler.bundle(folder.resolve("openapi.yaml")).toString())
        .isEqualTo(
            """
            {"a":{"$ref":"#/components/examples/Op-000-request"},\
            "components":{"examples":{"Op-000-request":{"value":{"$ref":"data"}}}}}""");
  }

  @Test
  void namesWhatIsWrongWithTheParts() throws IOException {
    Map<String, String> faults =
        Map.of(
            "a: {$ref: schemas/Missing.yaml}", "Missing.yaml",
            "a: {$ref: 'parameters.yaml#/None'}", "has nothing at #/None",
            "a: {$ref: 'elsewhere/T.yaml'}", "no component section for",
            "a: 1\na: 2", "duplicate key a",
            "a: [", "cannot read",
            "a: {$ref: schemas/T.yaml}\ncomponents: {schemas: {T: {}}}",
                "two parts are called schemas/T",
            "a: [{$ref: schemas/T.yaml}, {$ref: other/schemas/T.yaml}]", "would both be");
    for (String file : List.of("schemas/T.yaml", "other/schemas/T.yaml", "elsewhere/T.yaml")) {
      write(file, SCHEMA);
    }
    write("parameters.yaml", "One: {}");
    for (var fault : faults.entrySet()) {
      write("openapi.yaml", fault.getKey());
      assertThatThrownBy(() -> Bundler.bundle(folder.resolve("openapi.yaml")))
          .isInstanceOf(BundleException.class)
          .hasMessageContaining(fault.getValue());
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}

package dev.erpsync.conformance.lies;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The table of lies: one file a theme, one row a lie. What a row can say stands in README.md. */
final class Lies {
  private static final List<String> THEMES =
      List.of(
          "body",
          "types",
          "headers",
          "wire",
          "xml",
          "form",
          "language",
          "select",
          "effects",
          "around",
          "state",
          "errors",
          "access",
          "discovery",
          "refusals");

  private Lies() {}

  static List<Lie> all() {
    var yaml = new ObjectMapper(new YAMLFactory());
    List<Lie> lies = new ArrayList<>();
    for (String theme : THEMES) {
      try (InputStream in = Lies.class.getResourceAsStream(theme + ".yaml")) {
        yaml.readTree(in).forEach(row -> lies.add(Lie.of(theme, row)));
      } catch (IOException e) {
        throw new UncheckedIOException(theme + ".yaml", e);
      }
    }
    return List.copyOf(lies);
  }
}

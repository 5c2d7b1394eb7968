package dev.erpsync.conformance.own.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The program of a language's page prints what stands there. */
final class ExampleProof {
  private final Language language;
  private final Cells cells;

  ExampleProof(Language language, Cells cells) {
    this.language = language;
    this.cells = cells;
  }

  Stream<DynamicTest> all(Servers servers) {
    return Stream.of(
        cells.test(
            Column.WIRE,
            "example",
            "the example prints what its page says",
            () -> {
              servers.control().put(ErrorsProof.state());
              Page page = Page.read(language.folder().resolve("README.md"));
              assertThat(run(servers.uri())).isEqualTo(page.printed().orElseThrow());
            }));
  }

  private String run(URI baseUrl) throws Exception {
    Path printed = language.target().resolveSibling(language.name() + ".printed");
    var builder =
        new ProcessBuilder(language.folder().resolve("example").toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    String documented = ErrorsProof.authorization().substring("Basic ".length());
    String[] pair =
        new String(Base64.getDecoder().decode(documented), StandardCharsets.UTF_8).split(":", 2);
    builder.environment().put("ERPSYNC_BASE_URL", baseUrl.toString());
    builder.environment().put("ERPSYNC_USER", pair[0]);
    builder.environment().put("ERPSYNC_PASSWORD", pair[1]);
    Process program = builder.start();
    if (!program.waitFor(60, TimeUnit.SECONDS)) {
      program.destroyForcibly();
    }
    return Files.readString(printed);
  }
}

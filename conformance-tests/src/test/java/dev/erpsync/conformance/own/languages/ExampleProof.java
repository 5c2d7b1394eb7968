package dev.erpsync.conformance.own.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

  private String run(URI baseUrl) throws IOException {
    var builder =
        new ProcessBuilder(language.folder().resolve("example").toAbsolutePath().toString())
            .redirectErrorStream(true);
    String documented = ErrorsProof.authorization().substring("Basic ".length());
    String[] pair =
        new String(Base64.getDecoder().decode(documented), StandardCharsets.UTF_8).split(":", 2);
    builder.environment().put("ERPSYNC_BASE_URL", baseUrl.toString());
    builder.environment().put("ERPSYNC_USER", pair[0]);
    builder.environment().put("ERPSYNC_PASSWORD", pair[1]);
    Process program = builder.start();
    program.outputWriter().close();
    return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}

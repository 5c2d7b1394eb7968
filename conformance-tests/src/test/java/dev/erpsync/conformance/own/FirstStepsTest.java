package dev.erpsync.conformance.own;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the README is a program, and prints what stands below it. */
class FirstStepsTest {
  @TempDir Path folder;

  @Test
  void printsWhatTheReadmeSays() throws Exception {
    String readme = Files.readString(Path.of("..", "README.md"));
    String section = readme.substring(readme.indexOf("## The Java client"));
    String program = between(section, "```java\n");
    String output = between(section.substring(section.indexOf(program)), "```\n\n```\n");
    assertThat(program).contains("class FirstSteps", "deleteConnection");

    compile(program);
    try (var server = ServerJar.start(folder.resolve("data"))) {
      assertThat(run(server.baseUrl().toString())).isEqualTo(output);
    }
  }

  private void compile(String program) throws IOException {
    Path source = Files.writeString(folder.resolve("FirstSteps.java"), program);
    var messages = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                messages,
                messages,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());
    assertThat(status).as(messages.toString(UTF_8)).isZero();
  }

  private String run(String address) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        folder + System.getProperty("path.separator") + System.getProperty("java.class.path");
    Process program =
        new ProcessBuilder(java, "-cp", classes, "FirstSteps", address)
            .redirectErrorStream(true)
            .start();
    return new String(program.getInputStream().readAllBytes(), UTF_8);
  }

  private static String between(String text, String start) {
    return text.split(java.util.regex.Pattern.quote(start), 2)[1].split("```", 2)[0];
  }
}

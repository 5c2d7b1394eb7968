package dev.erpsync.conformance.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs commands in a folder in which other commands are replaced. */
record Script(Path folder) {
  static final Path CI = Path.of("..", ".ci").toAbsolutePath().normalize();

  /** Puts a command into the folder, which is found before those of the machine. */
  void replace(String command, String text) throws IOException {
    Path file = Files.createDirectories(folder.resolve("bin")).resolve(command);
    Files.writeString(file, "#!/usr/bin/env bash\n" + text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** Runs a command to its end, with exit status 0. */
  String run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    var builder = new ProcessBuilder(List.of(command)).directory(folder.toFile());
    builder.environment().merge("PATH", folder + "/bin", (path, first) -> first + ":" + path);
    builder.environment().remove("GITHUB_REPOSITORY");
    builder.environment().remove("GITHUB_ACTIONS");
    builder.environment().putAll(environment);
    int status = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
    assertThat(status).as(Files.readString(log)).isZero();
    return Files.readString(log);
  }
}

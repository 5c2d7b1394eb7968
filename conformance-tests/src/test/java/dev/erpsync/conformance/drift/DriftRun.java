package dev.erpsync.conformance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The command on files of a folder, in which at first nothing differs, and what it printed. */
final class DriftRun {
  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  DriftRun(Path folder) throws IOException {
    this.folder = folder;
    write("vendor.yaml", Descriptions.VENDOR);
    write("ours.yaml", Descriptions.OURS);
    write("departures.yaml", "[]");
  }

  String out() {
    return out.toString();
  }

  /** Runs the command, which must reject its input for this reason. */
  void rejects(String reason) {
    assertThat(drift()).isEqualTo(2);
    assertThat(out()).isEmpty();
    assertThat(err.toString()).contains(reason).hasLineCount(1);
  }

  int drift(String... options) {
    return execute(
        Stream.concat(
                Stream.of(
                    "--vendor",
                    folder.resolve("vendor.yaml").toString(),
                    "--contract",
                    folder.resolve("ours.yaml").toString(),
                    "--departures",
                    folder.resolve("departures.yaml").toString()),
                Arrays.stream(options))
            .toArray(String[]::new));
  }

  int execute(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLine(new DriftCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(
            (e, unused) -> {
              e.getCommandLine().getErr().println(e.getMessage());
              return 2;
            })
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  List<String> failures() {
    return out()
        .lines()
        .filter(line -> line.startsWith("FAIL  "))
        .map(line -> line.substring(6))
        .toList();
  }

  String sum() {
    return out().lines().reduce((first, last) -> last).orElse("");
  }

  void editVendor(String from, String to) throws IOException {
    String text = Files.readString(folder.resolve("vendor.yaml"));
    assertThat(text).containsOnlyOnce(from);
    write("vendor.yaml", text.replace(from, to));
  }

  void explain(String decision, String... differences) throws IOException {
    write(
        "departures.yaml",
        "- decision: %s\n  reason: A reason.\n  differences:\n    - %s\n"
            .formatted(decision, String.join("\n    - ", differences)));
  }

  void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}

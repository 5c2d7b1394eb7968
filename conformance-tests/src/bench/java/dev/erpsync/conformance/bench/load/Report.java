package dev.erpsync.conformance.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Puts the numbers of one command between two marks of a Markdown file, with what they were
 * measured on. The rest of the file stays as it is.
 */
public final class Report {
  private final String command;
  private final String options;
  private final Circumstances circumstances = new Circumstances();

  public Report(String command, List<String> arguments) {
    this.command = command;
    // Without the two paths, which are the build's; folders of a JDK are the machine's.
    this.options =
        arguments.stream()
            .filter(a -> !a.startsWith("--jar=") && !a.startsWith("--report="))
            .map(a -> a.replaceAll("^--jdk=.*", "--jdk=FOLDER"))
            .collect(Collectors.joining(" "));
  }

  public void write(Path file, Table table) throws IOException {
    write(file, table, System.getProperty("java.version"));
  }

  /** The same for servers that another JDK ran, with its version. */
  public void write(Path file, Table table, String jdk) throws IOException {
    String begin = "<!-- %s: written by the benchmark -->\n".formatted(command);
    String end = "<!-- end of %s -->\n".formatted(command);
    String text = Files.readString(file);
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IOException(file + " has no marks for " + command);
    }
    Files.writeString(
        file,
        text.substring(0, from + begin.length())
            + "\n```sh\nmvn -B -ntp -Pbenchmark -pl conformance-tests -am verify -DskipTests -Dbenchmark=\"%s\"\n```\n\n"
                .formatted(options)
            + table.markdown()
            + "\n"
            + circumstances.text(jdk)
            + "\n"
            + text.substring(to));
  }
}

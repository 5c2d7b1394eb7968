package dev.erpsync.conformance.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Puts the numbers of one command between two marks of a Markdown file, with what they were
 * measured on. The rest of the file stays as it is.
 */
final class Report {
  private final String command;
  private final String options;
  private final Instant begun = Instant.now();
  private final double loadBefore =
      ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

  Report(String command, List<String> arguments) {
    this.command = command;
    // Without the two paths, which are the build's.
    this.options =
        arguments.stream()
            .filter(a -> !a.startsWith("--jar=") && !a.startsWith("--report="))
            .collect(Collectors.joining(" "));
  }

  void write(Path file, Table table) throws IOException {
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
            + circumstances()
            + "\n"
            + text.substring(to));
  }

  private String circumstances() throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    String where =
        "%s UTC, %d s; %s, %d processors, %s, %s; JDK %s."
            .formatted(
                begun
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString()
                    .replace("T", " ")
                    .replace(":00Z", ""),
                ChronoUnit.SECONDS.between(begun, Instant.now()),
                processor(),
                processors,
                System.getProperty("os.name"),
                Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir"))).type(),
                System.getProperty("java.version"));
    String load =
        loadBefore < 0.5
            ? " The machine did nothing else when it began."
            : String.format(
                Locale.ROOT,
                " **Other work had the machine when it began (load %.1f): times and rates are those of a busy machine.**",
                loadBefore);
    return where + load + "\n";
  }

  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.exists(info)) {
      return System.getProperty("os.arch");
    }
    try (var lines = Files.lines(info)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }
}

package dev.erpsync.conformance.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** When, how long and on what something was measured; it begins when this is made. */
public final class Circumstances {
  private final Instant begun = Instant.now();
  private final double loadBefore =
      ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

  /** A line of Markdown. */
  public String text() throws IOException {
    return text(System.getProperty("java.version"));
  }

  /** A line of Markdown about servers that another JDK ran, with its version. */
  public String text(String jdk) throws IOException {
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
                jdk);
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

package dev.erpsync.conformance.bench.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDK that runs servers.
 *
 * @param home its folder
 * @param version such as 17.0.15
 */
record Jdk(Path home, String version) {
  private static final Pattern VERSION = Pattern.compile("version \"([^\"]+)\"");
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

  static Jdk at(Path home) throws IOException {
    Process process =
        new ProcessBuilder(home.resolve("bin/java").toString(), "-version")
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher version = VERSION.matcher(text);
    if (!version.find()) {
      throw new IOException(home + " is no JDK: " + text);
    }
    return new Jdk(home, version.group(1));
  }

  /** Such as 17. */
  String feature() {
    return version.replaceAll("[.+-].*", "");
  }

  List<String> java(Path jar) {
    return List.of(home.resolve("bin/java").toString(), "-Xmx256m", "-jar", jar.toString());
  }

  /** Live objects of a JVM after a collection, in MiB; -1 when it does not say. */
  long heapMebibytes(long pid) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                home.resolve("bin/jcmd").toString(), String.valueOf(pid), "GC.class_histogram")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // One that has run out of memory may never respond.
    var watch = new Thread(() -> endIn(process));
    watch.setDaemon(true);
    watch.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    watch.interrupt();
    Matcher total = TOTAL.matcher(text);
    return total.find() ? Long.parseLong(total.group(1)) >> 20 : -1;
  }

  private static void endIn(Process process) {
    try {
      process.waitFor(15, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      // It has responded.
    }
    process.destroyForcibly();
  }
}

package dev.erpsync.conformance.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A folder for everything that a run needs. However the run ends, even killed, its processes end
 * with it and the folder goes: a shell holds the other end of a pipe, and cleans up when that
 * closes.
 */
public final class Workplace implements AutoCloseable {
  private static final String CLEAN_UP =
      """
      trap '' INT TERM HUP
      read -r never
      for file in '%1$s'/*.pid; do
        read -r pid < "$file" && kill -9 "$pid"
      done
      for file in '%1$s'/*/postmaster.pid; do
        read -r pid < "$file" && kill -QUIT "$pid" && sleep 2
      done
      rm -rf '%1$s'""";

  private final Path folder;
  private final Process cleaner;

  private Workplace(Path folder, Process cleaner) {
    this.folder = folder;
    this.cleaner = cleaner;
  }

  public static Workplace open() throws IOException {
    Path folder = Files.createTempDirectory("erpsync-bench");
    Process cleaner =
        new ProcessBuilder("sh", "-c", CLEAN_UP.formatted(folder))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Workplace(folder, cleaner);
  }

  /** A place in the folder that nobody has yet. */
  public Path place(String name) throws IOException {
    return Files.createTempDirectory(folder, name + "-");
  }

  /** From now on this process ends with the run. */
  public void owns(Process process) throws IOException {
    Files.writeString(pidFile(process), process.pid() + "\n");
  }

  /** The process has ended, and its number may be somebody else's soon. */
  public void released(Process process) throws IOException {
    Files.deleteIfExists(pidFile(process));
  }

  /** Removes a folder and what is in it. */
  public static void remove(Path folder) throws IOException, InterruptedException {
    new ProcessBuilder(List.of("rm", "-rf", folder.toString())).inheritIO().start().waitFor();
  }

  private Path pidFile(Process process) {
    return folder.resolve(process.pid() + ".pid");
  }

  @Override
  public void close() throws Exception {
    cleaner.getOutputStream().close();
    if (!cleaner.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the folder " + folder + " is still there");
    }
  }
}

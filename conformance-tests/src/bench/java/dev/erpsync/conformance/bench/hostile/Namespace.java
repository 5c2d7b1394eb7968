package dev.erpsync.conformance.bench.hostile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small disk for one process: a file system in memory in a mount namespace of its own, which ends
 * with the process. Needs Linux, unshare(1), and user namespaces or root.
 */
final class Namespace {
  private Namespace() {}

  /**
   * The start of a command that sees a new disk in a folder.
   *
   * @param size as mount(8) understands it
   * @param access {@code rw} or {@code ro}
   */
  static List<String> withDisk(String size, String access, String folder) {
    return List.of(
        "unshare",
        "--map-root-user",
        "--mount",
        "sh",
        "-c",
        "mount -t tmpfs -o size=%s,%s hostile \"$0\" && exec \"$@\"".formatted(size, access),
        folder);
  }

  /** Whether the machine permits it. */
  static void require(String folder) throws SkippedException, InterruptedException {
    List<String> command = new ArrayList<>(withDisk("1m", "rw", folder));
    command.add("true");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0) {
        return;
      }
    } catch (IOException e) {
      // The same as a failure: no unshare(1).
    }
    throw new SkippedException("no mount namespace with a small disk is permitted here");
  }
}

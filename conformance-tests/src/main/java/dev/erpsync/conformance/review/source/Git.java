package dev.erpsync.conformance.review.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads what a repository holds at a ref, without a checkout: by the command {@code git}. */
final class Git {
  private static final int SECONDS = 60;
  private static final long MOST_BYTES = 50_000_000;

  private final Path scratch;

  /**
   * Works on the repository of the working folder.
   *
   * @param scratch an empty folder for what is read
   */
  Git(Path scratch) {
    this.scratch = scratch;
  }

  /** Whether this is a folder at the ref; a file otherwise. */
  boolean isFolder(String ref, String path) throws IOException, UnusableSourceException {
    return run("cat-file", "-t", ref + ":" + path).strip().equals("tree");
  }

  /** Writes a folder as it is at the ref into a new one, and returns that. */
  Path extract(String ref, String folder) throws IOException, UnusableSourceException {
    Path zip = scratch.resolve("archive.zip");
    String top = run("rev-parse", "--show-toplevel").strip();
    run("-C", top, "archive", "--format=zip", "--output=" + zip, ref, "--", folder);
    Path target = Files.createDirectory(scratch.resolve("tree"));
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(in)) {
      unpack(entries, target);
    }
    return target.resolve(folder).normalize();
  }

  private static void unpack(ZipInputStream entries, Path target)
      throws IOException, UnusableSourceException {
    long bytes = 0;
    for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
      Path file = target.resolve(entry.getName()).normalize();
      if (entry.isDirectory() || !file.startsWith(target)) {
        continue;
      }
      byte[] content = entries.readNBytes((int) (MOST_BYTES - bytes) + 1);
      bytes += content.length;
      if (bytes > MOST_BYTES) {
        throw new UnusableSourceException("the folder is larger than any contract");
      }
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, content);
    }
  }

  private String run(String... arguments) throws IOException, UnusableSourceException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(scratch, "out", "");
    Path err = Files.createTempFile(scratch, "err", "");
    var builder = new ProcessBuilder(command);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process git = start(builder);
    git.getOutputStream().close();
    try {
      if (!git.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new UnusableSourceException("git does not answer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnusableSourceException("interrupted while git works", e);
    } finally {
      git.destroyForcibly();
    }
    if (git.exitValue() != 0) {
      throw new UnusableSourceException(
          Files.readString(err).lines().findFirst().orElse("git fails"));
    }
    return Files.readString(out);
  }

  private static Process start(ProcessBuilder builder) throws UnusableSourceException {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UnusableSourceException("git cannot be started", e);
    }
  }
}

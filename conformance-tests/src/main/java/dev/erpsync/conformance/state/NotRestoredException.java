package dev.erpsync.conformance.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A target is left without the state that it had; this still has it. */
public final class NotRestoredException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient JsonNode state;

  NotRestoredException(JsonNode state, ControlException cause) {
    super(cause.getMessage(), cause);
    this.state = state;
  }

  /** Writes the state into the folder for temporary files, and tells people where it is. */
  public String keep() {
    String lost = "the target does not store again what it did (%s)".formatted(getMessage());
    try {
      return "%s; its state is kept in %s"
          .formatted(lost, save(Path.of(System.getProperty("java.io.tmpdir"))));
    } catch (IOException unsaved) {
      return "%s; nor can its state be written: %s".formatted(lost, unsaved);
    }
  }

  /**
   * Writes the state to a new file that can be seeded, {@code erpsync-state-<timestamp>.json}.
   *
   * @param folder where to
   * @return the file
   */
  public Path save(Path folder) throws IOException {
    String time =
        DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS")
            .format(LocalDateTime.now(ZoneOffset.UTC));
    Path file = folder.resolve("erpsync-state-" + time + ".json");
    Files.createFile(file, ownerOnly());
    return Files.writeString(file, state.toPrettyString() + "\n");
  }

  /** Configurations of connections may hold secrets, and a folder for such files is shared. */
  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}

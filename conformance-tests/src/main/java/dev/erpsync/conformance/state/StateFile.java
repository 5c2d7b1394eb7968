package dev.erpsync.conformance.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file with the state of a target, in the form of {@code EmulatorState}. */
public final class StateFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StateFile() {}

  /**
   * Reads a state.
   *
   * @throws IOException when the file cannot be read, or has no state; the message is for people
   */
  public static JsonNode read(Path file) throws IOException {
    JsonNode state;
    try {
      state = JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new IOException("%s is no JSON: %s".formatted(file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new IOException("%s cannot be read: %s".formatted(file, e), e);
    }
    if (!Contract.emulator().check("EmulatorState", state).isEmpty()) {
      throw new IOException("%s is not the state of a server".formatted(file));
    }
    return state;
  }

  /**
   * Writes a state, which is on the disk when this returns. Only the owner may read the file:
   * configurations of connections may hold secrets.
   */
  static void write(Path file, JsonNode state) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    Path draft = Files.createTempFile(folder, ".", ".tmp");
    try {
      Files.writeString(
          draft,
          state.toPrettyString() + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      // The name of the file is on the disk when the folder is.
      try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }
}

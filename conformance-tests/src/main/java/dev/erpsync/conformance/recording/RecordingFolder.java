package dev.erpsync.conformance.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The folder of one recording, a file for each exchange, named by number and operation. A file is
 * there as a whole or not at all, also when the process is killed.
 */
final class RecordingFolder {
  private static final String SUFFIX = ".yaml";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  private RecordingFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A folder for a new recording, which is made when it is missing.
   *
   * @throws IOException when it cannot be written to, or has a recording already
   */
  static RecordingFolder create(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (!files(folder).isEmpty()) {
      throw new IOException("there is a recording in it already");
    }
    // A folder that cannot be written to is found now, and not by the first exchange.
    Files.delete(Files.createTempFile(folder, ".", ".tmp"));
    return new RecordingFolder(folder);
  }

  /** The files of a recording in the order of its exchanges. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  /**
   * Writes an exchange. Only the owner may read the file: keys and names are data of the ERP.
   *
   * @return how many bytes it has
   */
  int write(long number, String operation, JsonNode exchange) throws IOException {
    String place = String.format(Locale.ROOT, "%06d", number);
    JsonNode named = JsonNodeFactory.instance.objectNode().set(operation + "-" + place, exchange);
    byte[] bytes =
        yaml().dump(JSON.convertValue(named, Object.class)).getBytes(StandardCharsets.UTF_8);
    Path draft = Files.createTempFile(folder, ".", ".tmp");
    try {
      Files.write(draft, bytes);
      Files.move(
          draft, folder.resolve(place + "-" + operation + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    return bytes.length;
  }

  private static Yaml yaml() {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setSplitLines(false);
    return new Yaml(options);
  }
}

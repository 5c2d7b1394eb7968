package dev.erpsync.conformance.scenario;

import dev.erpsync.conformance.yaml.YamlFile;
import dev.erpsync.conformance.yaml.YamlFileException;
import dev.erpsync.spec.Scenario;
import dev.erpsync.spec.ScenarioFault;
import java.nio.file.Path;
import java.util.List;

/** Scenarios that a user of the kit has written, in the form of those of the contract. */
public final class ScenarioFile {
  private static final int MOST_BYTES = 1 << 20;

  private ScenarioFile() {}

  /**
   * Reads a file.
   *
   * @throws YamlFileException when it cannot be read, or something in it is wrong
   */
  public static List<Scenario> read(Path file) throws YamlFileException {
    YamlFile written = YamlFile.read(file, MOST_BYTES);
    List<ScenarioFault> faults = ScenarioFault.of(written.value());
    if (!faults.isEmpty()) {
      ScenarioFault first = faults.get(0);
      String more = faults.size() == 1 ? "" : " (and %d more)".formatted(faults.size() - 1);
      throw written.fault(first.at(), first.what() + more);
    }
    return Scenario.of(String.valueOf(file.getFileName()), written.value());
  }
}

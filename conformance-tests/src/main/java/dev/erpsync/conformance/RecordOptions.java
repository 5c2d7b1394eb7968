package dev.erpsync.conformance;

import dev.erpsync.conformance.recording.Recorder;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a proxy records, and how. */
final class RecordOptions {
  private static final int MOST_EXCHANGES = 1_000_000;
  private static final long MOST_BYTES = 256L << 20;

  @Option(
      names = "--record",
      paramLabel = "DIR",
      description =
          "record the exchanges of the contract into this folder, for replay --exchanges (ERPSYNC_RECORD)")
  private @Nullable Path folder;

  @Option(
      names = "--record-limit",
      paramLabel = "N",
      defaultValue = "10000",
      description =
          "how many exchanges are recorded (ERPSYNC_RECORD_LIMIT, ${DEFAULT-VALUE}); 256 MiB at most")
  private int limit;

  @Option(
      names = "--record-config-values",
      description = "record the values of configurations as they are, instead of masking them")
  private boolean configValues;

  /**
   * The recorder; empty when nothing is to be recorded.
   *
   * @param told receives a line for everything that is not recorded
   * @throws StopRunException when the options cannot be used
   */
  Optional<Recorder> recorder(Consumer<String> told) throws StopRunException {
    if (limit < 1 || limit > MOST_EXCHANGES) {
      throw new StopRunException("--record-limit must be between 1 and " + MOST_EXCHANGES);
    }
    if (folder == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Recorder(Contract.erpSync(), folder, configValues, limit, MOST_BYTES, told));
    } catch (IOException e) {
      throw new StopRunException("cannot record into %s: %s".formatted(folder, e.getMessage()));
    }
  }
}

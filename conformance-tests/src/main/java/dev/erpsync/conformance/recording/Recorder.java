package dev.erpsync.conformance.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.proxy.Listener;
import dev.erpsync.conformance.serve.Passed;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Records the exchanges that pass a proxy, up to a limit. Thread-safe. */
public final class Recorder implements Listener {
  private final RecordingFolder folder;
  private final ExchangeWriter writer;
  private final int mostExchanges;
  private final long mostBytes;
  private final Consumer<String> told;
  private final Set<Long> taken = new HashSet<>();
  private int recorded;
  private int unrecorded;
  private int late;
  private long bytes;

  /**
   * A recorder.
   *
   * @param folder where to; is made when it is missing
   * @param keepsSecrets whether values of configurations are recorded as they are
   * @param mostExchanges how many exchanges are recorded
   * @param mostBytes how large all files may become together, but for exchanges that have begun
   * @param told receives a line for everything that is not recorded
   * @throws IOException when the folder cannot be written to, or has a recording already
   */
  public Recorder(
      Contract contract,
      Path folder,
      boolean keepsSecrets,
      int mostExchanges,
      long mostBytes,
      Consumer<String> told)
      throws IOException {
    this.folder = RecordingFolder.create(folder);
    this.writer = new ExchangeWriter(contract, keepsSecrets);
    this.mostExchanges = mostExchanges;
    this.mostBytes = mostBytes;
    this.told = told;
  }

  /** By their beginnings: otherwise a slow exchange could be left out, and one after it not. */
  @Override
  public synchronized void began(long number) {
    if (recorded + taken.size() < mostExchanges && bytes < mostBytes) {
      taken.add(number);
      return;
    }
    if (late == 0) {
      told.accept("The recording is full. Nothing that begins from now on is recorded.");
    }
    late++;
  }

  @Override
  public synchronized void passed(
      long number, Operation operation, Passed passed, Passed.Values values) {
    if (!taken.contains(number)) {
      return;
    }
    try {
      ObjectNode exchange = writer.write(operation, passed, values);
      bytes += folder.write(number, operation.id(), exchange);
      recorded++;
      taken.remove(number);
    } catch (UnrecordableException e) {
      broken(number, operation, e.reason());
    } catch (IOException e) {
      broken(number, operation, "it cannot be written: " + e);
    }
  }

  @Override
  public synchronized void broken(long number, Operation operation, String reason) {
    if (taken.remove(number)) {
      unrecorded++;
      told.accept("NOT RECORDED  %s / %d  %s".formatted(operation.id(), number, reason));
    }
  }

  /** One line that says how much was recorded. */
  public synchronized String summary() {
    String more = late == 0 ? "" : ", %d after it was full".formatted(late);
    return "recorded %d exchanges in %d bytes, %d not recorded%s"
        .formatted(recorded, bytes, unrecorded, more);
  }
}

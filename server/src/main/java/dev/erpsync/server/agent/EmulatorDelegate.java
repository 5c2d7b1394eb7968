package dev.erpsync.server.agent;

import dev.erpsync.server.api.EmulatorApiDelegate;
import dev.erpsync.server.emulator.EmulatorService;
import dev.erpsync.server.emulator.Journal;
import dev.erpsync.server.model.EmulatorJournal;
import dev.erpsync.server.model.EmulatorState;
import java.util.List;

/** The operations of the emulator control. */
public final class EmulatorDelegate implements EmulatorApiDelegate {
  private final EmulatorService emulator;
  private final Journal journal;

  public EmulatorDelegate(EmulatorService emulator, Journal journal) {
    this.emulator = emulator;
    this.journal = journal;
  }

  @Override
  public void reset() {
    emulator.reset();
    journal.clear();
  }

  @Override
  public void seed(EmulatorState state) {
    emulator.seed(List.of(StateMapping.toDomain(state)));
  }

  @Override
  public EmulatorState state() {
    return StateMapping.toWire(emulator.state());
  }

  @Override
  public EmulatorJournal journal() {
    return JournalMapping.toWire(journal);
  }
}

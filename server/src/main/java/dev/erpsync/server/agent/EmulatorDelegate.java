package dev.erpsync.server.agent;

import dev.erpsync.server.api.EmulatorApiDelegate;
import dev.erpsync.server.emulator.EmulatorService;
import dev.erpsync.server.model.EmulatorState;
import java.util.List;

/** The operations of the emulator control. */
public final class EmulatorDelegate implements EmulatorApiDelegate {
  private final EmulatorService emulator;

  public EmulatorDelegate(EmulatorService emulator) {
    this.emulator = emulator;
  }

  @Override
  public void reset() {
    emulator.reset();
  }

  @Override
  public void seed(EmulatorState state) {
    emulator.seed(List.of(StateMapping.toDomain(state)));
  }

  @Override
  public EmulatorState state() {
    return StateMapping.toWire(emulator.state());
  }
}

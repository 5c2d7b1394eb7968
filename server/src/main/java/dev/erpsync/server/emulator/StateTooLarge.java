package dev.erpsync.server.emulator;

import dev.erpsync.server.outcome.Refusal;

/**
 * There is more than one answer can hold: it is put together in memory.
 *
 * @param stored connectors, connections, links and field values
 * @param most how many of them an answer holds
 */
public record StateTooLarge(long stored, int most) implements Refusal {
  @Override
  public String message() {
    return "The store holds %d records, and a state %d at most; the command backup copies all of them."
        .formatted(stored, most);
  }
}

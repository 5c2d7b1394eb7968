package dev.erpsync.conformance.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.util.Optional;

/**
 * How states are put in place on a target.
 *
 * @param control the emulator control; empty when there is none
 * @param operations the operations themselves; empty where there is a control and no recording is
 *     replayed, and where they cannot be used
 * @param inserts checks what other calls insert; empty where a control puts everything back
 * @param note what people should know about it, one sentence; empty where there is a control
 */
public record StateAccess(
    Optional<StateControl> control,
    Optional<StateByOperations> operations,
    Optional<StateByOperations> inserts,
    String note) {
  /** By a control, or not at all. */
  public static StateAccess by(Optional<StateControl> control) {
    return new StateAccess(control, Optional.empty(), Optional.empty(), "");
  }

  /**
   * For a recording, whose exchanges make their state themselves. Where there is no control, the
   * ids that the target has are read.
   *
   * @param connector one that the target has; empty to make one
   * @throws IOException when the target does not respond
   */
  public static StateAccess forRecording(
      ControlSearch search,
      Contract contract,
      Sender sender,
      String authorization,
      Optional<Integer> connector)
      throws IOException {
    var calls = new Operations(contract, sender, authorization);
    Existing existing = search.control().isPresent() ? Existing.nothing() : Existing.of(calls);
    var operations = new StateByOperations(calls, connector, existing);
    String note =
        search.control().isPresent()
            ? ""
            : search.reason() + ": what the recording makes is removed by the operations.";
    return new StateAccess(
        search.control(), Optional.of(operations), Optional.of(operations), note);
  }

  /** Ends a run: removes what it made, where no control puts back what was there before. */
  public void end() {
    if (control.isEmpty()) {
      operations.ifPresent(StateByOperations::end);
    }
  }

  /** Whether states can be put in place. */
  public boolean isKnown() {
    return control.isPresent() || operations.isPresent();
  }

  /** The note, where there is one. */
  public Optional<String> said() {
    return Optional.of(note).filter(text -> !text.isEmpty());
  }

  /** One line on what was made by operations and could not be removed; empty when all was. */
  public Optional<String> left() {
    return operations.flatMap(StateAccess::left);
  }

  private static Optional<String> left(StateByOperations operations) {
    return Optional.of(operations.left())
        .filter(all -> !all.isEmpty())
        .map(all -> "Left on the server, as it does not remove them: " + String.join(", ", all));
  }

  private static String told(String note, StateByOperations operations) {
    return left(operations).map(line -> note + " " + line + ".").orElse(note);
  }

  /**
   * Tries, where there is no control, whether a connector and a connection can be made and removed.
   * The ids that the target has are read before.
   *
   * @param connector one that the target has; empty to make one
   * @throws IOException when the target does not answer
   */
  public static StateAccess of(
      ControlSearch search,
      Contract contract,
      Sender sender,
      String authorization,
      Optional<Integer> connector)
      throws IOException {
    if (search.control().isPresent()) {
      return by(search.control());
    }
    var calls = new Operations(contract, sender, authorization);
    Existing existing = Existing.of(calls);
    var operations = new StateByOperations(calls, connector, existing);
    try {
      operations.remove(operations.make(trial(), false));
    } catch (ExistingIdException e) {
      String note = "%s, and %s.".formatted(search.reason(), e.getMessage());
      return new StateAccess(
          Optional.empty(),
          Optional.of(operations),
          Optional.of(operations),
          told(note, operations));
    } catch (NotMadeException e) {
      String note =
          "%s, and %s: answers are compared by structure only."
              .formatted(search.reason(), e.reason());
      // Documented ids may be those of somebody: operations that cannot be used replace them.
      return new StateAccess(
          Optional.empty(),
          Optional.of(operations).filter(unused -> !existing.isKnown()),
          Optional.of(operations),
          told(note, operations));
    }
    String note =
        "%s: the state of documented exchanges is made by the operations, and removed again."
            .formatted(search.reason());
    return new StateAccess(
        Optional.empty(), Optional.of(operations), Optional.of(operations), note);
  }

  private static JsonNode trial() {
    ObjectNode trial = JsonNodeFactory.instance.objectNode();
    trial
        .withArrayProperty("Connectors")
        .addObject()
        .put("ErpConnectorId", 1)
        .put("DisplayName", "Sample connector");
    trial
        .withArrayProperty("Connections")
        .addObject()
        .put("ErpConnectionId", 1)
        .put("ErpConnectorId", 1)
        .put("AllAccess", true);
    return trial;
  }
}

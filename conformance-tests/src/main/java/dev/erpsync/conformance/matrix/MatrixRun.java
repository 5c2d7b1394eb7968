package dev.erpsync.conformance.matrix;

import dev.erpsync.conformance.cases.CaseReplay;
import dev.erpsync.conformance.format.Negotiation;
import dev.erpsync.conformance.format.Wire;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.util.ArrayList;
import java.util.List;

/** Tries the pairs of media types on one target. Not thread-safe. */
public final class MatrixRun {
  private final Contract contract;
  private final CaseReplay replay;
  private final List<String> answers;

  /** A run, over calls that are made and judged by this replay. */
  public MatrixRun(Contract contract, CaseReplay replay) {
    this.contract = contract;
    this.replay = replay;
    this.answers = new Negotiation(contract).types();
  }

  /** Tries one outcome in every pair. */
  public Row row(Outcome outcome) {
    String id = outcome.asked().sample().operation();
    Operation operation = contract.operation(id).orElseThrow();
    List<Cell> cells = new ArrayList<>();
    for (String sent : sentTypes(operation)) {
      for (int i = 0; i < answers.size(); i++) {
        String accepted = answers.get(i);
        String other = answers.get((i + 1) % answers.size());
        String accept = outcome.weighted() ? other + ";q=0.5, " + accepted : accepted;
        Wire wire = (sent.isEmpty() ? Wire.DOCUMENTED : Wire.sending(sent)).accepting(accept);
        String name = "%s / %s / %s -> %s".formatted(id, outcome.name(), sent, accepted);
        cells.add(new Cell(sent, accepted, replay.replay(outcome.asked(), wire, name)));
      }
    }
    return new Row(id, outcome.name(), List.copyOf(cells));
  }

  /** What takes no body is called once for each type of answer. (D42) */
  private static List<String> sentTypes(Operation operation) {
    return operation.requestTypes().isEmpty() ? List.of("") : operation.requestTypes();
  }
}

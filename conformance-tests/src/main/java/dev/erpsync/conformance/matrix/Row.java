package dev.erpsync.conformance.matrix;

import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Verdict;
import java.util.List;
import java.util.function.Predicate;

/**
 * One outcome of one operation in all pairs of media types.
 *
 * @param operation id of the operation
 * @param outcome variant of a sample or name of a case
 * @param cells all pairs, in the order of the contract
 */
public record Row(String operation, String outcome, List<Cell> cells) {
  /** How many calls were made. */
  public long tried() {
    return count(Cell::tried);
  }

  /** How many of them came out right. */
  public long green() {
    return count(Cell::green);
  }

  /** The cells of one request type. */
  public Row sending(String type) {
    List<Cell> some = cells.stream().filter(cell -> cell.sent().equals(type)).toList();
    return new Row(operation, outcome, some);
  }

  /** What came of the row as a whole; of each cell that failed, the first difference. */
  public Verdict verdict() {
    String name = name(operation, outcome);
    if (tried() == 0) {
      return new Verdict.Skipped(name, reason());
    }
    List<Difference> differences = cells.stream().flatMap(cell -> first(cell).stream()).toList();
    return Verdict.of(name, depth(), differences);
  }

  /** The name under which a row is reported. */
  public static String name(String operation, String outcome) {
    return "%s / %s / server / matrix".formatted(operation, outcome);
  }

  private String reason() {
    return cells.stream()
        .map(Cell::verdict)
        .filter(Verdict.Skipped.class::isInstance)
        .map(verdict -> ((Verdict.Skipped) verdict).reason())
        .findFirst()
        .orElse("it has no media types");
  }

  private Depth depth() {
    return cells.stream()
        .map(Cell::verdict)
        .filter(Verdict.Passed.class::isInstance)
        .map(verdict -> ((Verdict.Passed) verdict).depth())
        .findFirst()
        .orElse(Depth.STRUCTURE);
  }

  private static List<Difference> first(Cell cell) {
    if (!(cell.verdict() instanceof Verdict.Failed failed)) {
      return List.of();
    }
    Difference first = failed.differences().get(0);
    String where =
        "%s -> %s, %s"
            .formatted(
                cell.sent(), cell.accepted(), first.where().isEmpty() ? "body" : first.where());
    return List.of(new Difference(where, first.expected(), first.found()));
  }

  private long count(Predicate<Cell> which) {
    return cells.stream().filter(which).count();
  }
}

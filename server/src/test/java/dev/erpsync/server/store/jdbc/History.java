package dev.erpsync.server.store.jdbc;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Calls that were made at the same time, and what was stored after all of them.
 *
 * @param calls in any order
 * @param after what was found at the end
 */
record History(List<Call> calls, Model.Everything after) {
  /** A call, when it was made and answered (of one clock), and what came of it. */
  record Call(Op op, long begun, long ended, Object outcome) {
    @Override
    public String toString() {
      return "%s  [%d-%d us]  %s".formatted(op, begun / 1000, ended / 1000, outcome);
    }
  }

  private record Seen(Set<Call> left, Model.Everything state) {}

  /**
   * Whether the calls could have been made one after the other, each between its begin and its end,
   * with these outcomes and this end: whether the history is linearizable.
   */
  boolean hasAnOrder() {
    return hasAnOrder(new Model(), new HashSet<>(calls), new HashSet<>());
  }

  private boolean hasAnOrder(Model model, Set<Call> left, Set<Seen> seen) {
    if (left.isEmpty()) {
      return model.everything().equals(after);
    }
    if (!seen.add(new Seen(Set.copyOf(left), model.everything()))) {
      return false;
    }
    long firstEnd = left.stream().mapToLong(Call::ended).min().orElseThrow();
    for (Call call : List.copyOf(left)) {
      Model next = new Model(model);
      if (call.begun() <= firstEnd && next.run(call.op()).equals(call.outcome())) {
        Set<Call> rest = new HashSet<>(left);
        rest.remove(call);
        if (hasAnOrder(next, rest, seen)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return calls.stream().map(Call::toString).collect(Collectors.joining("\n", "\n", "\n"))
        + "and at the end: "
        + after;
  }
}

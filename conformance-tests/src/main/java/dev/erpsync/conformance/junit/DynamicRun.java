package dev.erpsync.conformance.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.erpsync.conformance.pages.UnusablePage;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.report.Redaction;
import dev.erpsync.conformance.run.Evidence;
import dev.erpsync.conformance.run.Plan;
import dev.erpsync.conformance.run.Unit;
import dev.erpsync.conformance.run.Units;
import dev.erpsync.conformance.state.ControlException;
import dev.erpsync.conformance.state.ControlSearch;
import dev.erpsync.conformance.state.NotRestoredException;
import dev.erpsync.conformance.state.StateAccess;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.conformance.state.StateGuard;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** One run of a plan as tests; afterwards the target stores what it stored before. */
final class DynamicRun {
  private final StateGuard guard;
  private final Redaction redaction;
  private boolean over;

  private DynamicRun(StateGuard guard, Redaction redaction) {
    this.guard = guard;
    this.redaction = redaction;
  }

  static Stream<DynamicNode> begin(Contract contract, Plan plan, List<UnusablePage> unusable) {
    if (plan.exchanges().isEmpty()) {
      throw new IllegalStateException("the pages hold no exchange that can be replayed");
    }
    var sent = new Evidence(plan);
    StateAccess access = search(contract, plan, sent);
    DynamicRun run;
    try {
      run = new DynamicRun(StateGuard.of(access.control(), plan.baseUrl()), plan.redaction());
    } catch (ControlException e) {
      throw new IllegalStateException("the emulator control cannot be used: " + e.getMessage(), e);
    }
    List<Unit> units = Units.of(contract, plan, sent, access, row -> {});
    Stream<DynamicNode> notes =
        Stream.concat(
            Stream.concat(access.said().stream(), run.guard.note().stream())
                .map(note -> aborted("emulator control", note)),
            unusable.stream()
                .map(page -> aborted("%s:%d".formatted(page.file(), page.line()), page.reason())));
    Stream<DynamicNode> last =
        access.operations().isPresent()
            ? Stream.of(dynamicTest("what was made is removed", () -> requireNothingLeft(access)))
            : Stream.of();
    return Stream.of(notes, run.containers(units), last).flatMap(each -> each).onClose(run::end);
  }

  private static void requireNothingLeft(StateAccess access) {
    access
        .left()
        .ifPresent(
            line -> {
              throw new AssertionError(line);
            });
  }

  private static StateAccess search(Contract contract, Plan plan, Evidence sent) {
    try {
      ControlSearch search = StateControl.search(sent.sender(), plan.authorization());
      if (search.credentialsRefused()) {
        throw new IllegalStateException("the emulator control answers 401: wrong credentials");
      }
      return StateAccess.of(
          search, contract, sent.sender(), plan.authorization(), plan.connector());
    } catch (IOException e) {
      throw new IllegalStateException(plan.baseUrl() + " does not answer: " + e, e);
    }
  }

  private Stream<DynamicNode> containers(List<Unit> units) {
    Map<String, List<DynamicTest>> byOperation =
        units.stream()
            .collect(
                Collectors.groupingBy(
                    unit -> unit.source().operation(),
                    LinkedHashMap::new,
                    Collectors.mapping(this::test, Collectors.toList())));
    return byOperation.entrySet().stream()
        .map(each -> dynamicContainer(each.getKey(), each.getValue()));
  }

  private DynamicTest test(Unit unit) {
    return dynamicTest(unit.name(), () -> tell(replay(unit)));
  }

  /** Exchanges set the state, so that two at once, or one after the end, would spoil it. */
  private synchronized Verdict replay(Unit unit) {
    if (over) {
      throw new IllegalStateException(
          "the stream of tests was closed before; run them in one thread (@Execution(SAME_THREAD))");
    }
    return redaction.of(unit.replay().get());
  }

  private static void tell(Verdict verdict) {
    if (verdict instanceof Verdict.Skipped skipped) {
      throw new TestAbortedException(skipped.reason());
    }
    if (verdict instanceof Verdict.Failed failed) {
      throw new AssertionError(
          failed.differences().stream()
              .map(Difference::toString)
              .collect(Collectors.joining("\n", failed.name() + "\n", "")));
    }
  }

  private static DynamicTest aborted(String name, String reason) {
    return dynamicTest(
        name,
        () -> {
          throw new TestAbortedException(reason);
        });
  }

  private synchronized void end() {
    if (over) {
      return;
    }
    over = true;
    try {
      guard.restore();
    } catch (NotRestoredException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}

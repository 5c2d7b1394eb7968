package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.spec.Caller;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Scenario;
import java.util.List;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/**
 * Which of this project's servers shows a case: one as it starts by itself, or a strict one that
 * knows users and apps.
 */
public final class Split {
  /** Whether it is our own server that is tested; of another one nobody knows how it is set up. */
  static final boolean OURS = System.getProperty("erpsync.baseUrl") == null;

  private static final int NOT_ACCEPTABLE = 406;
  private static final Set<Caller> PLAYED_BY_ANY_SERVER =
      Set.of(Caller.DOCUMENTED, Caller.NONE, Caller.WRONG, Caller.MISTYPED);

  private Split() {}

  /** What a server shows as it starts by itself; of another server, all that can be asked. */
  public static List<Case> plain(List<Case> cases) {
    return cases.stream().filter(each -> !OURS || !needsMore(each)).toList();
  }

  /** What only a strict server with users shows. */
  static List<Case> guarded(List<Case> cases) {
    return cases.stream().filter(Split::needsMore).toList();
  }

  /** As {@link #plain}. */
  static List<Scenario> plainScenarios() {
    return Scenario.all().stream().filter(each -> !OURS || !needsMore(each)).toList();
  }

  /** As {@link #guarded}. */
  static List<Scenario> guardedScenarios() {
    return Scenario.all().stream().filter(Split::needsMore).toList();
  }

  /** Passed; of another server than ours that was skipped says nothing. */
  static void assertShown(Verdict verdict) {
    if (verdict instanceof Verdict.Skipped skipped && !OURS) {
      throw new TestAbortedException(skipped.reason());
    }
    assertThat(verdict).isInstanceOf(Verdict.Passed.class);
  }

  private static boolean needsMore(Scenario scenario) {
    return scenario
        .every()
        .anyMatch(
            step ->
                !PLAYED_BY_ANY_SERVER.contains(step.caller())
                    || step.written().at("/expect/status").asInt() == NOT_ACCEPTABLE);
  }

  private static boolean needsMore(Case each) {
    return !PLAYED_BY_ANY_SERVER.contains(each.request().caller())
        || each.response().status() == NOT_ACCEPTABLE;
  }
}

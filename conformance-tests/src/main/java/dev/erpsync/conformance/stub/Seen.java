package dev.erpsync.conformance.stub;

import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.report.Replayed;
import dev.erpsync.conformance.report.Source;
import dev.erpsync.conformance.report.Tally;
import dev.erpsync.conformance.report.Trace;
import dev.erpsync.spec.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which samples were asked for, and how well. A wrong call is not made good by a right one.
 * Thread-safe.
 */
public final class Seen {
  private static final int MOST_DIFFERENCES = 20;
  private static final int MOST_TRACES = 5;
  private static final int MOST_OTHERS = 1000;

  private static final class Calls {
    private final Set<Difference> differences = new LinkedHashSet<>();
    private final List<Trace> traces = new ArrayList<>();
    private boolean called;
    private Duration took = Duration.ZERO;
  }

  private final Map<Sample, Calls> samples = new LinkedHashMap<>();
  private final List<Replayed> others = new ArrayList<>();
  private long otherCalls;

  /** Nothing is seen of these samples yet. */
  public Seen(List<Sample> samples) {
    samples.forEach(sample -> this.samples.put(sample, new Calls()));
  }

  /** A call that is meant for a sample. */
  synchronized void add(Sample sample, List<Difference> differences, Trace trace, Duration took) {
    Calls calls = samples.computeIfAbsent(sample, unused -> new Calls());
    calls.called = true;
    calls.took = calls.took.plus(took);
    for (Difference each : differences) {
      if (calls.differences.size() < MOST_DIFFERENCES) {
        calls.differences.add(each);
      }
    }
    if (!differences.isEmpty() && calls.traces.size() < MOST_TRACES) {
      calls.traces.add(trace);
    }
  }

  /** A call that is meant for no sample. */
  synchronized void addOther(Replayed call) {
    otherCalls++;
    if (others.size() < MOST_OTHERS) {
      others.add(call);
    }
  }

  /** What came of every sample, in the order of the contract, and then of all other calls. */
  public synchronized List<Replayed> results() {
    List<Replayed> results = new ArrayList<>();
    samples.forEach(
        (sample, calls) ->
            results.add(
                new Replayed(
                    verdict(sample, calls),
                    Source.of(ReplayCase.of(sample)),
                    calls.took,
                    List.copyOf(calls.traces))));
    results.addAll(others);
    return results;
  }

  /** The sum, with those calls that are counted and not kept. */
  public synchronized Tally tally() {
    Tally tally = Tally.of(results().stream().map(Replayed::verdict).toList());
    return new Tally(tally.passed(), tally.failed() + otherCalls - others.size(), tally.skipped());
  }

  static String name(Sample sample) {
    return "%s / %s / client".formatted(sample.operation(), sample.variant());
  }

  private static Verdict verdict(Sample sample, Calls calls) {
    return calls.called
        ? Verdict.of(name(sample), Depth.EXACT, List.copyOf(calls.differences))
        : new Verdict.Skipped(name(sample), "not called");
  }
}

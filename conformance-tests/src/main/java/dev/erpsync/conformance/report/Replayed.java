package dev.erpsync.conformance.report;

import dev.erpsync.conformance.replay.Verdict;
import java.time.Duration;
import java.util.List;

/**
 * What came of one exchange.
 *
 * @param verdict the verdict
 * @param source where the expectation comes from
 * @param took how long it took, with all that was asked around it
 * @param traces what was sent and what came back, in order; none when nothing was sent, or nobody
 *     writes a report
 */
public record Replayed(Verdict verdict, Source source, Duration took, List<Trace> traces) {}

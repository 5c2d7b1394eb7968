package dev.erpsync.conformance.run;

import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.report.Source;
import java.util.function.Supplier;

/**
 * One thing to replay.
 *
 * @param name under which it is reported
 * @param source where the expectation comes from
 * @param replay does it; for one thread at a time
 */
public record Unit(String name, Source source, Supplier<Verdict> replay) {}

package dev.erpsync.conformance.report;

import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.conformance.replay.Verdict;

/** One exchange and what came of it. */
public record Replayed(ReplayCase replayCase, Verdict verdict) {}

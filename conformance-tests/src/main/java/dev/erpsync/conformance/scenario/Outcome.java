package dev.erpsync.conformance.scenario;

import dev.erpsync.conformance.replay.Difference;
import java.util.List;
import java.util.Optional;

/**
 * What came of steps.
 *
 * @param differences where the first step that failed did, and what the last steps left
 * @param spared why the target need not go on; empty when it did
 */
record Outcome(List<Difference> differences, Optional<String> spared) {}

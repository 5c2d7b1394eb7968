package dev.erpsync.conformance;

import dev.erpsync.conformance.cases.Secrets;
import dev.erpsync.conformance.matrix.Outcome;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Refusal;
import java.net.URI;
import java.util.List;

/**
 * What one run has to do.
 *
 * @param baseUrl root of the target
 * @param exchanges documented exchanges
 * @param encodings how their bodies are written, and those of the cases
 * @param cases exchanges beyond the documents; none when they are not asked for
 * @param refusals what HTTP itself refuses; none when the cases are not asked for
 * @param outcomes rows of the matrix; none when it is not asked for
 * @param secrets who can be played
 * @param throttling whether to call until the target slows the caller down
 */
record Plan(
    URI baseUrl,
    List<ReplayCase> exchanges,
    List<Encoding> encodings,
    List<Case> cases,
    List<Refusal> refusals,
    List<Outcome> outcomes,
    Secrets secrets,
    boolean throttling) {}

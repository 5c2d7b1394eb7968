package dev.erpsync.conformance.run;

import dev.erpsync.conformance.cases.Secrets;
import dev.erpsync.conformance.matrix.Outcome;
import dev.erpsync.conformance.recording.RecordedExchange;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.conformance.report.Redaction;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Refusal;
import dev.erpsync.spec.Sample;
import dev.erpsync.spec.Scenario;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one run has to do.
 *
 * @param baseUrl root of the target
 * @param exchanges documented exchanges
 * @param recorded exchanges of a recording, in their order
 * @param encodings how their bodies are written, and those of scenarios and cases
 * @param scenarios sequences of calls; none when they are not asked for
 * @param cases exchanges beyond the documents; none when they are not asked for
 * @param refusals what HTTP itself refuses; none when the cases are not asked for
 * @param outcomes rows of the matrix; none when it is not asked for
 * @param secrets who can be played
 * @param throttling whether to call until the target slows the caller down
 * @param connector a connector that the target has, for when its state cannot be set
 */
public record Plan(
    URI baseUrl,
    List<ReplayCase> exchanges,
    List<RecordedExchange> recorded,
    List<Encoding> encodings,
    List<Scenario> scenarios,
    List<Case> cases,
    List<Refusal> refusals,
    List<Outcome> outcomes,
    Secrets secrets,
    boolean throttling,
    Optional<Integer> connector) {

  /** The credentials with which the target's state is looked for. */
  public String authorization() {
    return secrets.authorization().orElseGet(this::documented);
  }

  /** A recording has no credentials; those of the contract's samples are in their place. */
  private String documented() {
    return exchanges.isEmpty()
        ? ReplayCase.of(Sample.all().get(0)).authorization()
        : exchanges.get(0).authorization();
  }

  /** Keeps all credentials that are sent out of what is told. */
  public Redaction redaction() {
    List<String> sent = new ArrayList<>(exchanges.stream().map(ReplayCase::authorization).toList());
    sent.add(authorization());
    sent.addAll(secrets.all());
    return new Redaction(sent);
  }
}

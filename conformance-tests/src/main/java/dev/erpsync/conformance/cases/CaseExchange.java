package dev.erpsync.conformance.cases;

import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.format.Formats;
import dev.erpsync.conformance.format.NotSayableException;
import dev.erpsync.conformance.format.Wire;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.spec.Caller;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The call of a case and what is to be said of its answer, for those who know the state themselves.
 * Thread-safe.
 */
public final class CaseExchange {
  private final Callers callers;
  private final CaseCall.Maker calls;
  private final CaseJudge judge;
  private final Formats formats;
  private final Patience patience;

  /**
   * Exchanges with one target.
   *
   * @param secrets who can be played
   * @param throttling whether to call until the target slows the caller down
   */
  public CaseExchange(Contract contract, Sender sender, Secrets secrets, boolean throttling) {
    this.callers = new Callers(contract, secrets);
    this.calls = new CaseCall.Maker(contract, secrets);
    this.judge = new CaseJudge(contract);
    this.formats = new Formats(contract);
    this.patience = new Patience(sender, throttling);
  }

  /**
   * Makes sure that somebody can be played.
   *
   * @throws MissingSecretException if the credentials are not given
   */
  public void require(Caller caller) throws MissingSecretException {
    callers.as(caller, new Request("", "", "", Map.of(), Optional.empty()));
  }

  /**
   * The call, put on the wire in this way.
   *
   * @throws NotSayableException if its value cannot be said that way
   * @throws MissingSecretException if its credentials are not given
   */
  public CaseCall call(Case each, Wire wire) throws NotSayableException, MissingSecretException {
    return calls.of(each, wire);
  }

  /**
   * Sends it, and reads the answer.
   *
   * @throws NotProvokedException if the expected status did not come
   * @throws IOException when no answer comes
   */
  public Answer send(Case each, CaseCall call) throws IOException {
    return formats.read(each.operation(), patience.send(each, call));
  }

  /** Where the answer is not what the case asks for, or not as the contract has it. */
  public List<Difference> judge(Case each, CaseCall call, Answer answer) {
    return judge.judge(each, call.sent(), answer);
  }

  /** Where the answer is not as the contract has any answer with its status. */
  public List<Difference> form(Case each, CaseCall call, Answer answer) {
    return judge.form(each, call.sent(), answer);
  }

  /** Why the target may answer so instead, whatever the case asks for; empty when it may not. */
  public Optional<String> sparedFor(Case each, Answer answer) {
    return each.unless()
        .filter(unless -> each.response().status() != answer.status())
        .filter(unless -> unless.statuses().contains(answer.status()))
        .map(Case.Unless::because);
  }
}

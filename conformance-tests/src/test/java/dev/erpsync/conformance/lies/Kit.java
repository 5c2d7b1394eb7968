package dev.erpsync.conformance.lies;

import dev.erpsync.conformance.cases.CaseReplay;
import dev.erpsync.conformance.cases.RefusalReplay;
import dev.erpsync.conformance.cases.Secrets;
import dev.erpsync.conformance.format.Wire;
import dev.erpsync.conformance.http.RawSender;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Replay;
import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.conformance.replay.SameValue;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.state.StateAccess;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Refusal;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The kit on one target, as a run of it replays: what it is told it remembers. */
final class Kit {
  private static final Contract CONTRACT = Contract.erpSync();

  private final Sender sender;
  private final Optional<StateControl> control;
  private final CaseReplay cases;
  private final RefusalReplay refusals;
  private final SameValue answers = new SameValue();

  Kit(URI target, Sender sender) throws IOException {
    this.sender = sender;
    this.control =
        StateControl.of(
            sender, Sample.all().get(0).request().headers().getOrDefault("Authorization", ""));
    if (control.isEmpty()) {
      throw new IllegalStateException("the state of " + target + " cannot be set");
    }
    this.cases = new CaseReplay(CONTRACT, sender, control, Secrets.NONE, true);
    this.refusals = new RefusalReplay(CONTRACT, new RawSender(target), Secrets.NONE);
  }

  /** Makes an exchange. */
  Verdict replay(Told told) {
    if (told.isRefusal()) {
      Refusal refusal = Find.refusal(told.name());
      return refusals.replay(refusal, encoding(told));
    }
    String[] types = told.encoding().split(" -> ", 2);
    if (types.length > 1) {
      Wire wire = Wire.sending(types[0]).accepting(types[1]);
      return cases.replay(Find.asked(told), wire, told.toString());
    }
    Optional<Sample> sample = Find.sample(told);
    return sample.isPresent()
        ? replay(sample.get(), encoding(told))
        : cases.replay(Find.asked(told), encoding(told).wire(), told.toString());
  }

  private Verdict replay(Sample sample, Encoding encoding) {
    return new Replay(
            CONTRACT, sender, StateAccess.by(control), Optional.empty(), encoding, answers)
        .replay(ReplayCase.of(sample));
  }

  /** Why a case shows nothing of any target. */
  Optional<String> obstacle(Case each, Encoding encoding) {
    return cases.obstacle(each, encoding.wire());
  }

  private static Encoding encoding(Told told) {
    return Encoding.valueOf(told.encoding().toUpperCase(Locale.ROOT));
  }
}

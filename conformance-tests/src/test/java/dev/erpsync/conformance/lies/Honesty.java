package dev.erpsync.conformance.lies;

import dev.erpsync.conformance.cases.CaseList;
import dev.erpsync.conformance.cases.RefusalReplay;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.own.Split;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Refusal;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What the kit says of an honest server in any order: every sample, case and refusal, in every
 * encoding that has it. Guessing passwords is left out; it makes a server slow on purpose.
 */
final class Honesty {
  private final Kit kit;
  private final List<Told> exchanges = new ArrayList<>();

  Honesty(URI server) throws IOException {
    this.kit = new Kit(server, new HttpSender(server));
    for (Encoding encoding : Encoding.values()) {
      String how = encoding.toString().toLowerCase(Locale.ROOT);
      for (Sample sample : Sample.all()) {
        exchanges.add(new Told(sample.operation(), sample.variant(), how));
      }
      for (Case each : CaseList.in(encoding, Split.plain(Case.all()))) {
        if (each.request().times() == 1 && kit.obstacle(each, encoding).isEmpty()) {
          exchanges.add(new Told(each.sample().operation(), each.name(), how));
        }
      }
      if (RefusalReplay.answers(encoding)) {
        Refusal.all().forEach(each -> exchanges.add(new Told(Told.HTTP, each.name(), how)));
      }
    }
  }

  /** How many exchanges one run makes. */
  int exchanges() {
    return exchanges.size();
  }

  /** Whatever was not passed in one run. */
  List<Verdict> run(long seed) {
    List<Told> order = new ArrayList<>(exchanges);
    Collections.shuffle(order, new Random(seed));
    return order.stream()
        .map(kit::replay)
        .filter(verdict -> !(verdict instanceof Verdict.Passed))
        .toList();
  }
}

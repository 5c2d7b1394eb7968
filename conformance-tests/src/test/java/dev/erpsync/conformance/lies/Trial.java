package dev.erpsync.conformance.lies;

import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.server.TargetServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The honest server, the lying proxy before it, and the kit that looks at it through the proxy. */
final class Trial implements AutoCloseable {
  private final LyingProxy proxy;
  private final Sender sender;
  private final Map<List<Told>, Verdict> honest = new HashMap<>();

  /** With this server, which is left running. */
  Trial(TargetServer server) throws IOException {
    this(new LyingProxy(server.baseUrl()));
  }

  /** Through this proxy, straight to it. */
  Trial(LyingProxy proxy) {
    this(proxy, new HttpSender(proxy.baseUrl()));
  }

  /** Through this proxy, by a way of one's own. */
  Trial(LyingProxy proxy, Sender sender) {
    this.proxy = proxy;
    this.sender = sender;
  }

  /** Tells a lie. */
  Outcome tell(Lie lie) throws IOException {
    Verdict truth = honest.get(lie.told());
    if (truth == null) {
      truth = replay(lie, Teller.honest());
      honest.put(lie.told(), truth);
    }
    Teller teller = Teller.of(lie);
    Verdict verdict = replay(lie, teller);
    if (teller.failure().isPresent()) {
      throw new IllegalStateException("cannot be told: " + lie, teller.failure().get());
    }
    return new Outcome(lie, teller.told(), truth, verdict);
  }

  /** What the kit says when this one tells. */
  Verdict replay(Lie lie, Teller teller) throws IOException {
    proxy.tell(Teller.honest());
    var kit = new Kit(proxy.baseUrl(), sender);
    Teller one = lie.last().isRefusal() && !teller.isRaw() ? Teller.honestRaw() : teller;
    proxy.tell(one);
    for (Told before : lie.told().subList(0, lie.told().size() - 1)) {
      Verdict verdict = kit.replay(before);
      if (!(verdict instanceof Verdict.Passed)) {
        return verdict;
      }
    }
    one.begin();
    return kit.replay(lie.last());
  }

  @Override
  public void close() throws IOException {
    proxy.close();
  }
}

package dev.erpsync.conformance.bench.load;

import dev.erpsync.conformance.bench.load.Fate.Known;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Links that are made, made with values, and made and broken, each for a record of its own. */
public final class KillLoad {
  private static final int KINDS = 3;
  private static final int WITH_VALUES = 1;
  private static final int BROKEN = 2;

  private final int connection;
  private final Fate fate = new Fate();
  private final AtomicInteger next = new AtomicInteger(1);
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong others = new AtomicLong();

  public KillLoad(int connection) {
    this.connection = connection;
  }

  public Fate fate() {
    return fate;
  }

  /** Calls that were answered with success. */
  public long acknowledged() {
    return acknowledged.get();
  }

  /** Answers that are no success; there is no reason for any. */
  public long others() {
    return others.get();
  }

  /** Calls until the server does not answer any more. */
  public void untilItEnds(ServerProcess server) throws IOException {
    try (Line line = server.line()) {
      while (true) {
        int record = next.getAndIncrement();
        String key = "key-" + record;
        boolean values = record % KINDS == WITH_VALUES;
        send(
            line,
            record,
            values ? Call.connect(connection, record, key) : Call.create(connection, record, key),
            Known.THERE);
        if (record % KINDS == BROKEN) {
          send(line, record, Call.breakLink(connection, record), Known.GONE);
        }
      }
    } catch (IOException e) {
      // It was killed, which is what this is about.
    }
  }

  private void send(Line line, int record, Call call, Known then) throws IOException {
    fate.set(record, Known.OPEN);
    if (line.send(call).done()) {
      fate.set(record, then);
      acknowledged.incrementAndGet();
    } else {
      others.incrementAndGet();
    }
  }

  /** How many calls with values have left some of link and values, and not all. */
  public long half(StoredState state) {
    long half = 0;
    for (int record : fate.records()) {
      if (record % KINDS == WITH_VALUES) {
        boolean link = state.on(connection).containsKey(record);
        boolean crm = state.crmValues().contains(record);
        boolean erp = state.erpValues().contains("key-" + record);
        half += link == crm && link == erp ? 0 : 1;
      }
    }
    return half;
  }
}

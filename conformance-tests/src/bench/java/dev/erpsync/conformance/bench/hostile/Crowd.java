package dev.erpsync.conformance.bench.hostile;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Attackers that work at the same time, each on a thread of its own, until their time is over. */
final class Crowd {
  private static final int STACK = 256 << 10;
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** What an attacker does again and again; it may fail. */
  interface Turn {
    void take(int attacker, Crowd crowd) throws IOException, InterruptedException;
  }

  private final Target target;
  private final Set<Wire> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong turns = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private volatile boolean over;

  private Crowd(Target target) {
    this.target = target;
  }

  /** Lets them work for a time; what they still do then is cut off. */
  static Crowd run(Target target, int attackers, Duration time, Turn turn)
      throws InterruptedException {
    return run(target, attackers, time, turn, () -> {});
  }

  /** The same, with something else that is done meanwhile by the calling thread. */
  static Crowd run(Target target, int attackers, Duration time, Turn turn, Meanwhile meanwhile)
      throws InterruptedException {
    var crowd = new Crowd(target);
    long end = System.nanoTime() + time.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < attackers; i++) {
      int attacker = i;
      threads.add(new Thread(null, () -> crowd.work(attacker, turn), "attacker", STACK));
    }
    threads.forEach(thread -> thread.setDaemon(true));
    threads.forEach(Thread::start);
    meanwhile.run();
    for (Thread thread : threads) {
      TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, end - System.nanoTime()));
    }
    crowd.over = true;
    crowd.open.forEach(Crowd::closed);
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    }
    return crowd;
  }

  /** Something that is done while the attackers work. */
  interface Meanwhile {
    void run() throws InterruptedException;
  }

  private void work(int attacker, Turn turn) {
    while (!over) {
      try {
        turn.take(attacker, this);
        turns.incrementAndGet();
      } catch (IOException | RuntimeException e) {
        if (!over) {
          failed.incrementAndGet();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** The calling attacker has done all that it wanted to do. */
  void finish() throws InterruptedException {
    throw new InterruptedException("finished");
  }

  /** A connection that ends with the crowd. */
  Wire open() throws IOException {
    return open("127.0.0.1");
  }

  Wire open(String from) throws IOException {
    var wire = new Wire(target.uri(), from, CONNECT);
    open.add(wire);
    if (over) {
      wire.close();
    }
    return wire;
  }

  void close(Wire wire) {
    open.remove(wire);
    closed(wire);
  }

  private static void closed(Wire wire) {
    try {
      wire.close();
    } catch (IOException e) {
      // It is given up.
    }
  }

  long turns() {
    return turns.get();
  }

  long failed() {
    return failed.get();
  }
}

package dev.erpsync.conformance.bench.hostile;

import static dev.erpsync.conformance.bench.hostile.Launch.STANDARD;

import dev.erpsync.conformance.bench.load.Clients;
import dev.erpsync.conformance.bench.load.Fate;
import dev.erpsync.conformance.bench.load.KillLoad;
import dev.erpsync.conformance.bench.load.OutageLoad;
import dev.erpsync.conformance.bench.load.Phases;
import dev.erpsync.conformance.bench.load.StoredState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Signals, descriptors that run out, and a database that is away. */
final class ProcessAttacks {
  private static final int CLIENTS = 16;
  private static final Duration END = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private ProcessAttacks() {}

  static List<Attack> all() {
    return List.of(
        new Attack(
            "descriptors",
            "400 connections to a server that may open 200 files, for 8 s",
            "a newcomer is served within 2 s afterwards",
            Bound.STANDARD,
            Launch.within(Launch.Limit.DESCRIPTORS),
            ProcessAttacks::descriptors),
        new Attack(
            "sigterm",
            "SIGTERM while 16 clients write",
            "exit status 0 within 15 s, nothing acknowledged is lost",
            Bound.OUTAGE,
            STANDARD,
            ProcessAttacks::sigterm),
        new Attack(
            "sigstop",
            "SIGSTOP for 5 s while 16 clients write, then SIGCONT",
            "a newcomer is served within 2 s afterwards, nothing acknowledged is lost",
            Bound.OUTAGE,
            STANDARD,
            ProcessAttacks::sigstop),
        new Attack(
            "database-away",
            "PostgreSQL is away for 6 s while 16 clients write",
            "503 with Retry-After, served again within 5 s, nothing acknowledged is lost",
            Bound.OUTAGE,
            Launch.ON_POSTGRES,
            ProcessAttacks::databaseAway));
  }

  private static Observed descriptors(Target target) throws Exception {
    int opened;
    try (var sockets = new SilentSockets(target.uri(), 400)) {
      sockets.run(Duration.ofSeconds(8));
      opened = sockets.opened();
    }
    double seconds = target.newcomerSeconds("127.0.0.9", target.authorization(), PATIENCE);
    return Observed.of(
        String.format(Locale.ROOT, "%,d connections, newcomer afterwards %.2f s", opened, seconds),
        seconds <= 2);
  }

  private static Observed sigterm(Target target) throws Exception {
    var load = new KillLoad(1);
    Process process = target.server().process();
    boolean ended;
    double seconds;
    try (Clients callers = Clients.start(CLIENTS, c -> load.untilItEnds(target.server()))) {
      Thread.sleep(2_000);
      long begun = System.nanoTime();
      process.destroy();
      ended = process.waitFor(END.toSeconds(), TimeUnit.SECONDS);
      seconds = (System.nanoTime() - begun) / 1e9;
      target.server().kill();
      callers.await();
    }
    int status = process.exitValue();
    target.restart();
    Fate.Count count = load.fate().compare(StoredState.of(target.server()).on(1));
    return Observed.of(
        String.format(
            Locale.ROOT,
            "exit status %d after %.1f s, %,d writes acknowledged, %d lost, %d other responses",
            status,
            seconds,
            load.acknowledged(),
            count.wrong(),
            load.others()),
        ended && status == 0 && seconds <= 15 && count.wrong() == 0 && load.acknowledged() > 0);
  }

  private static Observed sigstop(Target target) throws Exception {
    var load = new OutageLoad(1);
    var phases = new Phases();
    var stop = new AtomicBoolean();
    double seconds;
    try (Clients callers =
        Clients.start(CLIENTS, c -> load.call(target.server(), phases, stop::get))) {
      Thread.sleep(1_000);
      signal(target, "STOP");
      Thread.sleep(5_000);
      signal(target, "CONT");
      seconds = target.newcomerSeconds("127.0.0.9", target.authorization(), PATIENCE);
      Thread.sleep(1_000);
      stop.set(true);
      callers.await();
    }
    Fate.Count count = load.fate().compare(StoredState.of(target.server()).on(1));
    return Observed.of(
        String.format(
            Locale.ROOT,
            "newcomer after %.2f s, %,d writes acknowledged, %d lost, %d other responses",
            seconds,
            phases.acknowledged(),
            count.wrong(),
            phases.others()),
        seconds <= 2 && count.wrong() == 0 && phases.others() == 0);
  }

  private static void signal(Target target, String name) throws IOException, InterruptedException {
    String pid = String.valueOf(target.server().process().pid());
    if (new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor() != 0) {
      throw new IOException("the signal was not sent");
    }
  }

  private static Observed databaseAway(Target target) throws Exception {
    var load = new OutageLoad(1);
    var phases = new Phases();
    var stop = new AtomicBoolean();
    try (Clients callers =
        Clients.start(CLIENTS, c -> load.call(target.server(), phases, stop::get))) {
      Thread.sleep(1_000);
      phases.down();
      target.postgres().stop();
      Thread.sleep(6_000);
      target.postgres().start();
      phases.up();
      Thread.sleep(6_000);
      stop.set(true);
      callers.await();
    }
    Fate.Count count = load.fate().compare(StoredState.of(target.server()).on(1));
    double recovery = phases.recoverySeconds();
    return Observed.of(
        String.format(
            Locale.ROOT,
            "%,d writes acknowledged, %d times 503, %d other responses, served again after %.1f s, %d lost",
            phases.acknowledged(),
            phases.outages(Phases.Phase.DURING),
            phases.others(),
            recovery,
            count.wrong()),
        recovery >= 0 && recovery <= 5 && count.wrong() == 0 && phases.others() == 0);
  }
}

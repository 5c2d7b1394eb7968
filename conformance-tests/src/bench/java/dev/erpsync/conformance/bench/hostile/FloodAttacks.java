package dev.erpsync.conformance.bench.hostile;

import static dev.erpsync.conformance.bench.hostile.Launch.STANDARD;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Many requests, most of them without credentials. */
final class FloodAttacks {
  private static final Duration TIME = Duration.ofSeconds(8);
  private static final String ATTACKERS = "127.0.0.2";
  private static final String HONEST = "127.0.0.9";
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final double LOGIN_SECONDS = 2;
  private static final double SESSION_SECONDS = 3;

  private FloodAttacks() {}

  static List<Attack> all() {
    return List.of(
        new Attack(
            "pipelined-resets",
            "200 pipelined requests without login, then a reset, 8 clients for 8 s",
            "nothing in the log",
            Bound.STANDARD,
            STANDARD,
            FloodAttacks::resets),
        new Attack(
            "unauthenticated",
            "16 clients without credentials, as fast as they can, for 8 s",
            "each 401",
            Bound.STANDARD,
            STANDARD,
            FloodAttacks::unauthenticated),
        new Attack(
            "connections",
            "16 clients that open a connection for each request without credentials, for 8 s",
            "each 401",
            Bound.STANDARD,
            STANDARD,
            FloodAttacks::connections),
        new Attack(
            "unknown-users",
            "250 clients with unknown user names and wrong passwords, for 10 s",
            "a first login from another address takes at most 2 s",
            Bound.STANDARD,
            Launch.WITH_USERS,
            FloodAttacks::unknownUsers),
        new Attack(
            "replaced-user",
            "the session of a user who was replaced by 'user add --replace'",
            "401 within 3 s",
            Bound.STANDARD,
            Launch.WITH_USERS,
            FloodAttacks::replacedUser));
  }

  private static Observed resets(Target target) throws Exception {
    byte[] many =
        Requests.bytes(
            Requests.head("POST " + Requests.BREAK, "Content-Length: 0").repeat(100)
                + Requests.head("GET /api").repeat(100));
    Crowd crowd =
        Crowd.run(
            target,
            8,
            TIME,
            (attacker, all) -> {
              Wire wire = all.open();
              wire.send(many);
              wire.reset();
              all.close(wire);
            });
    return Observed.of("%,d connections".formatted(crowd.turns()), crowd.turns() > 0);
  }

  private static Observed unauthenticated(Target target) throws Exception {
    byte[] request = Requests.post(Requests.BREAK, Requests.JSON, "");
    Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    var sent = new AtomicInteger();
    Crowd.run(
        target,
        16,
        TIME,
        (attacker, all) -> {
          Wire wire = all.open(ATTACKERS);
          try {
            while (true) {
              statuses.add(wire.exchange(request).status());
              sent.incrementAndGet();
            }
          } finally {
            all.close(wire);
          }
        });
    return counted(sent.get(), statuses);
  }

  private static Observed connections(Target target) throws Exception {
    byte[] request = Requests.post(Requests.BREAK, Requests.JSON, Requests.NO_LINK);
    Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    Crowd crowd =
        Crowd.run(
            target,
            16,
            TIME,
            (attacker, all) -> {
              Wire wire = all.open(ATTACKERS);
              try {
                statuses.add(wire.exchange(request).status());
              } finally {
                wire.reset();
                all.close(wire);
              }
            });
    return counted(crowd.turns(), statuses);
  }

  private static Observed counted(long sent, Set<Integer> statuses) {
    // 429 would also be a way to say no.
    return Observed.of(
        "%,d requests, statuses %s".formatted(sent, HeaderAttacks.sorted(statuses)),
        Set.of(401, 429).containsAll(statuses) && sent > 0);
  }

  private static Observed unknownUsers(Target target) throws Exception {
    var next = new AtomicInteger();
    var login = new double[1];
    Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    Crowd crowd =
        Crowd.run(
            target,
            250,
            Duration.ofSeconds(10),
            (attacker, all) -> {
              Wire wire = all.open(ATTACKERS);
              try {
                String user = Requests.basic("unknown" + next.incrementAndGet(), "guess");
                statuses.add(wire.exchange(Requests.call(user)).status());
              } finally {
                all.close(wire);
              }
            },
            () -> {
              Thread.sleep(2_000);
              String honest = Requests.basic(Target.USER, Target.PASSWORD);
              login[0] = target.newcomerSeconds(HONEST, honest, PATIENCE);
            });
    return Observed.of(
        String.format(
            Locale.ROOT,
            "%,d wrong logins, statuses %s; the first login took %.2f s",
            crowd.turns(),
            HeaderAttacks.sorted(statuses),
            login[0]),
        login[0] <= LOGIN_SECONDS);
  }

  private static Observed replacedUser(Target target) throws Exception {
    Response opened =
        target.call(
            Requests.post(
                "/_emulator/session",
                Requests.JSON,
                "",
                Requests.basic(Target.USER, Target.PASSWORD)));
    String cookies = cookies(opened);
    String token = cookies.replaceAll(".*XSRF-TOKEN=([^;]*).*", "$1");
    byte[] call =
        Requests.post(
            Requests.BREAK,
            Requests.JSON,
            Requests.NO_LINK,
            "Cookie: " + cookies,
            "X-XSRF-TOKEN: " + token);
    int before = target.call(call).status();
    target.addUser(Target.USER, "--replace");
    long begun = System.nanoTime();
    int after = target.call(call).status();
    while (after == 200 && System.nanoTime() - begun < SESSION_SECONDS * 1e9) {
      Thread.sleep(50);
      after = target.call(call).status();
    }
    return Observed.of(
        String.format(
            Locale.ROOT,
            "%d before, %d after %.1f s",
            before,
            after,
            (System.nanoTime() - begun) / 1e9),
        before == 200 && after == 401);
  }

  private static String cookies(Response opened) throws IOException {
    String cookies =
        opened
            .head()
            .lines()
            .filter(line -> line.regionMatches(true, 0, "Set-Cookie:", 0, 11))
            .map(line -> line.substring(11).strip().replaceAll(";.*", ""))
            .collect(Collectors.joining("; "));
    if (cookies.isEmpty()) {
      throw new IOException("no session: " + opened.status() + " " + opened.text());
    }
    return cookies;
  }
}

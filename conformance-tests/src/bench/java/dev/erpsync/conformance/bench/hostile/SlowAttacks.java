package dev.erpsync.conformance.bench.hostile;

import static dev.erpsync.conformance.bench.hostile.Launch.STANDARD;

import dev.erpsync.conformance.bench.hostile.Drip.Text;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Connections that send slowly, nothing, or without end. */
final class SlowAttacks {
  private static final int BLOCK = 64 << 10;

  /** The server's limit for a body, and time to notice. */
  private static final Duration DEADLINE = Duration.ofSeconds(66);

  private static final Duration SHORT = Duration.ofSeconds(10);
  private static final double NEWCOMER_SECONDS = 1;

  /**
   * Of a rejected request whose body goes on: the 2 MiB that are read, and what the buffers of the
   * system's two sockets hold, which Linux lets grow to 6 MiB.
   */
  private static final long MOST_BYTES = 8 << 20;

  private SlowAttacks() {}

  static List<Attack> all() {
    return List.of(
        new Attack(
            "slow-chunks",
            "200 authenticated clients, endless chunk extensions and trailers, one byte every 2 s",
            "each ended after 66 s at the latest",
            Bound.STANDARD,
            STANDARD,
            SlowAttacks::chunks),
        new Attack(
            "slow-bodies",
            "250 authenticated bodies, one byte a second, for 10 s",
            "a newcomer is served within 1 s",
            Bound.STANDARD,
            STANDARD,
            target -> slow(target, body(target))),
        new Attack(
            "slow-heads",
            "250 heads, one byte a second, for 10 s",
            "a newcomer is served within 1 s",
            Bound.STANDARD,
            STANDARD,
            target -> slow(target, "GET /api HTTP/1.1\r\nHost: localhost\r\nX: ")),
        new Attack(
            "silent-sockets",
            "1,120 connections from eight addresses that send nothing and reopen, for 20 s",
            "a newcomer from another address is served within 1 s",
            Bound.STANDARD,
            STANDARD,
            SlowAttacks::silent),
        new Attack(
            "refused-bodies",
            "200 clients whose bodies go on after 401 and 413, for 10 s",
            "at most 8 MiB taken of a request, buffers of the system included",
            Bound.STANDARD,
            STANDARD,
            SlowAttacks::refused));
  }

  private static Observed chunks(Target target) throws Exception {
    String begun =
        Requests.head(
            "POST " + Requests.BREAK,
            target.authorization(),
            "Content-Type: application/json",
            "Transfer-Encoding: chunked");
    List<Text> texts = new ArrayList<>(Collections.nCopies(100, new Text(begun + "2;a", "a")));
    texts.addAll(Collections.nCopies(100, new Text(begun + "2\r\n{}\r\n0\r\nX: ", "a")));
    Drip.Outcome outcome = new Drip(target, texts, Duration.ofSeconds(2), false).run(DEADLINE);
    return Observed.of(outcome.text(), outcome.open() == 0);
  }

  private static String body(Target target) {
    return Requests.head(
        "POST " + Requests.BREAK,
        target.authorization(),
        "Content-Type: application/json",
        "Content-Length: 100000");
  }

  private static Observed slow(Target target, String opening) throws Exception {
    List<Text> texts = Collections.nCopies(250, new Text(opening, "a"));
    try (var newcomers = new Newcomers(target)) {
      Drip.Outcome outcome = new Drip(target, texts, Duration.ofSeconds(1), true).run(SHORT);
      return newcomers.observed(NEWCOMER_SECONDS).and(Observed.of(outcome.text(), true));
    }
  }

  private static Observed silent(Target target) throws Exception {
    try (var sockets = new SilentSockets(target.uri(), 1_120)) {
      sockets.run(Duration.ofSeconds(4));
      try (var newcomers = new Newcomers(target)) {
        sockets.run(Duration.ofSeconds(16));
        return newcomers
            .observed(NEWCOMER_SECONDS)
            .and(Observed.of("%,d connections opened".formatted(sockets.opened()), true));
      }
    }
  }

  private static Observed refused(Target target) throws Exception {
    String stranger = Requests.basic("nobody", "nothing");
    String length = "Content-Length: 1000000000";
    String chunked = "Transfer-Encoding: chunked";
    String[] heads = {
      head(stranger, length),
      head(stranger, chunked),
      head(target.authorization(), length),
      head(target.authorization(), chunked)
    };
    byte[] block =
        Requests.join(
            Requests.bytes(Integer.toHexString(BLOCK) + "\r\n"),
            Requests.bytes(" ".repeat(BLOCK) + "\r\n"));
    var bytes = new AtomicLong();
    var most = new AtomicLong();
    var requests = new AtomicInteger();
    Crowd.run(
        target,
        200,
        Duration.ofSeconds(10),
        (attacker, crowd) -> {
          Wire wire = crowd.open();
          requests.incrementAndGet();
          long sent = 0;
          try {
            wire.send(heads[attacker % heads.length]);
            while (true) {
              wire.send(block);
              sent += block.length;
              bytes.addAndGet(block.length);
            }
          } catch (IOException e) {
            most.accumulateAndGet(sent, Math::max);
          } finally {
            crowd.close(wire);
          }
        });
    return Observed.of(
        String.format(
            Locale.ROOT,
            "%,d requests, %,d MiB taken, at most %,d KiB of one",
            requests.get(),
            bytes.get() >> 20,
            most.get() >> 10),
        most.get() <= MOST_BYTES);
  }

  private static String head(String authorization, String length) {
    return Requests.head(
        "POST " + Requests.BREAK, authorization, "Content-Type: application/json", length);
  }
}

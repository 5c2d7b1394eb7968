package dev.erpsync.conformance.bench.hostile;

import static dev.erpsync.conformance.bench.hostile.Launch.STANDARD;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Headers that are long, expensive to read, or from elsewhere. */
final class HeaderAttacks {
  private static final int DISTINCT = 17_000;
  private static final Duration MOST = Duration.ofSeconds(40);
  private static final int CONNECTIONS = 8;
  private static final int REFUSED = 400;

  private HeaderAttacks() {}

  static List<Attack> all() {
    return List.of(
        new Attack(
            "accept-distinct-long",
            "17,000 distinct Accept headers of 15 KB, without login",
            "each 401 or 431",
            Bound.STANDARD,
            STANDARD,
            target -> distinct(target, 15_000)),
        new Attack(
            "accept-distinct-short",
            "17,000 distinct Accept headers of 1,000 bytes, without login",
            "each 401 or 431",
            Bound.STANDARD,
            STANDARD,
            target -> distinct(target, 1_000)),
        new Attack(
            "accept-expensive",
            "one Accept of 15 KB with 3,800 ranges after six exclusions, 40 times at once",
            "each within 1 s",
            Bound.STANDARD,
            STANDARD,
            HeaderAttacks::expensive),
        new Attack(
            "foreign-origin",
            "foreign Host, Origin and Sec-Fetch-Site on an operation, discovery and emulator control",
            "each 403 or 421, without the name",
            Bound.STANDARD,
            STANDARD,
            HeaderAttacks::foreign));
  }

  private static Observed distinct(Target target, int length) throws Exception {
    var next = new AtomicInteger();
    Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    String filler = "x".repeat(length - 40);
    long begun = System.nanoTime();
    var sent = new AtomicInteger();
    Crowd.run(
        target,
        CONNECTIONS,
        MOST,
        (attacker, crowd) -> {
          Wire wire = crowd.open();
          for (int n = next.incrementAndGet(); n <= DISTINCT; n = next.incrementAndGet()) {
            byte[] request =
                Requests.post(
                    Requests.BREAK,
                    Requests.JSON,
                    "{}",
                    "Accept: text/a%06d%s".formatted(n, filler));
            Response response = wire.exchange(request);
            statuses.add(response.status());
            sent.incrementAndGet();
            if (response.header("Connection").isPresent()) {
              crowd.close(wire);
              wire = crowd.open();
            }
          }
          crowd.finish();
        });
    double seconds = (System.nanoTime() - begun) / 1e9;
    boolean expected = sent.get() > 0 && Set.of(401, 431).containsAll(statuses);
    return Observed.of(
        "%,d requests in %.0f s, statuses %s".formatted(sent.get(), seconds, sorted(statuses)),
        expected);
  }

  private static Observed expensive(Target target) throws Exception {
    String value = "application/json;q=0,".repeat(6) + "*/*,".repeat(3_700) + "*/*";
    byte[] request = Requests.post(Requests.BREAK, Requests.JSON, "{}", "Accept: " + value);
    var longest = new AtomicLong();
    Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    Crowd crowd =
        Crowd.run(
            target,
            40,
            Duration.ofSeconds(30),
            (attacker, all) -> {
              long begun = System.nanoTime();
              try (Wire wire = new Wire(target.uri(), "127.0.0.1", Duration.ofSeconds(30))) {
                statuses.add(wire.exchange(request).status());
              }
              longest.accumulateAndGet(System.nanoTime() - begun, Math::max);
              all.finish();
            });
    double seconds = longest.get() / 1e9;
    return Observed.of(
        "longest %.2f s, %d without a response, statuses %s"
            .formatted(seconds, crowd.failed(), sorted(statuses)),
        seconds <= 1 && crowd.failed() == 0 && longest.get() > 0);
  }

  private static Observed foreign(Target target) throws IOException {
    List<String> faults = new ArrayList<>();
    int sent = 0;
    String[] requests = {
      "POST " + Requests.BREAK,
      "GET " + Requests.BREAK,
      "GET /api",
      "GET /api/v1",
      "GET /_emulator/state",
      "GET /_emulator/journal",
      "POST /_emulator/reset"
    };
    String[] foreign = {
      "Host: evil.example",
      "Host: evil.example:%d".formatted(target.uri().getPort()),
      "Host: 127.0.0.1.evil.example",
      "Host: localhost.evil.example",
      "Host: localhost\r\nOrigin: http://evil.example",
      "Host: localhost\r\nOrigin: null",
      "Host: localhost\r\nSec-Fetch-Site: cross-site"
    };
    for (String request : requests) {
      for (String headers : foreign) {
        Response response =
            target.call(
                Requests.bytes(
                    "%s HTTP/1.1\r\n%s\r\n%s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n"
                        .formatted(request, headers, target.authorization())));
        sent++;
        boolean rejected = Set.of(403, 421).contains(response.status());
        if (!rejected || (response.head() + response.text()).contains("evil")) {
          faults.add(
              "%s with %s: %d"
                  .formatted(
                      request, headers.replace("Host: localhost\r\n", ""), response.status()));
        }
      }
    }
    // The same with the served names is no attack.
    for (String host :
        new String[] {"localhost", "127.0.0.1", "127.0.0.1:" + target.uri().getPort()}) {
      Response response =
          target.call(Requests.bytes("GET /api HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(host)));
      if (response.status() >= REFUSED) {
        faults.add("Host: %s: %d".formatted(host, response.status()));
      }
    }
    return Observed.of("%d of %d not rejected".formatted(faults.size(), sent), faults);
  }

  static List<Integer> sorted(Set<Integer> statuses) {
    return statuses.stream().sorted().toList();
  }
}

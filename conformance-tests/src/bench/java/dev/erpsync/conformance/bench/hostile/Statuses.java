package dev.erpsync.conformance.bench.hostile;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sends requests, each on a new connection, and collects those whose response is not expected. */
final class Statuses {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Target target;
  private final double mostSeconds;
  private final List<String> faults = new ArrayList<>();
  private int sent;
  private double longest;

  Statuses(Target target) {
    this(target, 1);
  }

  /**
   * @param mostSeconds processor time of the server that a request may take; unlike the time of a
   *     clock it is the same on a busy machine
   */
  Statuses(Target target, double mostSeconds) {
    this.target = target;
    this.mostSeconds = mostSeconds;
  }

  Response expect(String name, int status, byte[] request) {
    return expect(name, Set.of(status), request);
  }

  Response expect(String name, Set<Integer> statuses, byte[] request) {
    double before = target.cpuSeconds();
    Response response;
    try (Wire wire = new Wire(target.uri(), "127.0.0.1", PATIENCE)) {
      response = wire.exchange(request);
    } catch (IOException e) {
      response = new Response(0, String.valueOf(e.getMessage()), new byte[0]);
    }
    double seconds = target.cpuSeconds() - before;
    sent++;
    longest = Math.max(longest, seconds);
    if (!statuses.contains(response.status())) {
      faults.add(name + ": " + (response.status() == 0 ? response.head() : response.status() + ""));
    }
    if (seconds > mostSeconds) {
      faults.add(String.format(Locale.ROOT, "%s: %.1f s of CPU", name, seconds));
    }
    return response;
  }

  /** The header with an administrator's credentials. */
  String authorization() {
    return target.authorization();
  }

  Observed observed() {
    return Observed.of(
        String.format(
            Locale.ROOT,
            "%d requests, %d not as expected, at most %.2f s of CPU",
            sent,
            faults.size(),
            longest),
        faults);
  }
}

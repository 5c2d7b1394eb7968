package dev.erpsync.conformance.cases;

import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.spec.Case;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;

/** Sends a call once, or until it is answered as the case expects. */
final class Patience {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final long LONGEST_WAIT_SECONDS = 60;

  private final Sender sender;
  private final boolean throttling;

  Patience(Sender sender, boolean throttling) {
    this.sender = sender;
    this.throttling = throttling;
  }

  /**
   * The last answer.
   *
   * @throws NotProvokedException if the expected status did not come
   */
  Response send(Case each, CaseCall call) throws IOException {
    int times = each.request().times();
    if (times == 1) {
      return sender.send(call.sent());
    }
    if (!throttling) {
      throw new NotProvokedException("--throttling is not given");
    }
    for (int i = 0; i < times; i++) {
      Response answer = sender.send(call.sent());
      if (answer.status() == each.response().status()) {
        rest(answer);
        return answer;
      }
    }
    throw new NotProvokedException("not after " + times + " calls");
  }

  /** Lets the target recover, so that what follows is not slowed down too. */
  private static void rest(Response answer) throws InterruptedIOException {
    if (answer.status() != TOO_MANY_REQUESTS) {
      return;
    }
    try {
      TimeUnit.SECONDS.sleep(seconds(answer));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private static long seconds(Response answer) {
    return answer.header("Retry-After").stream()
        .filter(value -> value.matches("[0-9]{1,4}"))
        .mapToLong(Long::parseLong)
        .map(seconds -> Math.min(seconds, LONGEST_WAIT_SECONDS))
        .findFirst()
        .orElse(1);
  }
}

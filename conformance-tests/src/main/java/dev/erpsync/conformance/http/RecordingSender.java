package dev.erpsync.conformance.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Remembers what passes, until somebody takes it: the first exchanges and the last ones, when there
 * are many. Thread-safe.
 */
public final class RecordingSender implements Sender {
  private static final int FIRST = 20;
  private static final int MOST = 60;

  private final Sender sender;
  private final List<Exchange> exchanges = new ArrayList<>();

  /** Records what goes to this sender. */
  public RecordingSender(Sender sender) {
    this.sender = sender;
  }

  @Override
  public Response send(Request request) throws IOException {
    try {
      Response response = sender.send(request);
      keep(new Exchange(request, Optional.of(response), ""));
      return response;
    } catch (IOException e) {
      keep(new Exchange(request, Optional.empty(), e.toString()));
      throw e;
    }
  }

  /** What passed since the last call of this. */
  public synchronized List<Exchange> take() {
    List<Exchange> taken = List.copyOf(exchanges);
    exchanges.clear();
    return taken;
  }

  private synchronized void keep(Exchange exchange) {
    if (exchanges.size() == MOST) {
      exchanges.remove(FIRST);
    }
    exchanges.add(exchange);
  }
}

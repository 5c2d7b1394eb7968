package dev.erpsync.conformance.bench.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/** One race for each of some links, one after the other, with all callers in each. */
final class Race {
  /** What the callers have in common. */
  enum Side {
    RECORD("one record, other keys"),
    KEY("one key, other records");

    private final String text;

    Side(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** Links by the number of their winners, and by whether the winner's is what is stored. */
  record Result(
      long one, long none, long several, long storedIsWinners, long others, double seconds) {
    boolean right(int links) {
      return one == links && storedIsWinners == links && others == 0;
    }
  }

  private final Side side;
  private final int connection;
  private final int links;
  private final int clients;
  private final AtomicIntegerArray winners;
  private final AtomicIntegerArray lastWinner;
  private final AtomicLong others = new AtomicLong();

  Race(Side side, int connection, int links, int clients) {
    this.side = side;
    this.connection = connection;
    this.links = links;
    this.clients = clients;
    this.winners = new AtomicIntegerArray(links);
    this.lastWinner = new AtomicIntegerArray(links);
  }

  /** The callers are spread over the servers. */
  Result run(List<ServerProcess> servers) throws Exception {
    var start = new CyclicBarrier(clients);
    long begun = System.nanoTime();
    Clients.run(
        clients,
        client -> {
          try (Line line = servers.get(client % servers.size()).line()) {
            for (int link = 0; link < links; link++) {
              start.await(60, TimeUnit.SECONDS);
              Answer answer =
                  line.send(Call.create(connection, recordOf(link, client), keyOf(link, client)));
              if (answer.done()) {
                winners.incrementAndGet(link);
                lastWinner.set(link, client);
              } else if (!answer.refused()) {
                others.incrementAndGet();
              }
            }
          }
        });
    double seconds = (System.nanoTime() - begun) / 1e9;
    return result(StoredState.of(servers.get(0)).on(connection), seconds);
  }

  private Result result(Map<Integer, String> stored, double seconds) {
    long one = 0;
    long none = 0;
    long storedIsWinners = 0;
    for (int link = 0; link < links; link++) {
      one += winners.get(link) == 1 ? 1 : 0;
      none += winners.get(link) == 0 ? 1 : 0;
      int winner = lastWinner.get(link);
      if (keyOf(link, winner).equals(stored.get(recordOf(link, winner)))
          && stored.size() == links) {
        storedIsWinners++;
      }
    }
    return new Result(one, none, links - one - none, storedIsWinners, others.get(), seconds);
  }

  private int recordOf(int link, int client) {
    return side == Side.RECORD ? 1 + link : 1 + link * clients + client;
  }

  private String keyOf(int link, int client) {
    return side == Side.KEY ? "key-" + link : "key-" + link + "-" + client;
  }
}

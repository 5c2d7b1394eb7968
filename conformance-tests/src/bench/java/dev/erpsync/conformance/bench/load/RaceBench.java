package dev.erpsync.conformance.bench.load;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Callers that all want one side of a link at the same moment, each with another other side. One of
 * them must get it, and that one's link must be what is stored.
 */
@Command(name = "race", description = "many callers for each of many links")
final class RaceBench extends Bench {
  @Option(names = "--links", defaultValue = "1000", description = "contested (${DEFAULT-VALUE})")
  int links;

  @Option(names = "--clients", defaultValue = "64", description = "callers (${DEFAULT-VALUE})")
  int clients;

  private boolean right = true;

  @Override
  Table table() {
    return new Table(
        "store",
        "servers",
        "contested",
        "links",
        "calls",
        "one winner",
        "none",
        "several",
        "stored is the winner's",
        "other answers",
        "seconds");
  }

  @Override
  boolean right() {
    return right;
  }

  @Override
  void run(Workplace workplace, Table table) throws Exception {
    onEachStore(
        workplace,
        store -> {
          run(workplace, store, 1, table);
          if (store.name().equals(PostgresDatabase.NAME)) {
            run(workplace, store, 2, table);
          }
        });
  }

  private void run(Workplace workplace, Store store, int count, Table table) throws Exception {
    List<ServerProcess> servers = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        servers.add(ServerProcess.start(workplace, setting.jar(), store));
      }
      // Connections of their own, so that a second run on the store finds nothing of the first.
      int connection = 2 * count;
      servers.get(0).seed(StoredState.withConnections(connection));
      for (Race.Side side : Race.Side.values()) {
        var race = new Race(side, connection - side.ordinal(), links, clients);
        Race.Result result = race.run(servers);
        right &= result.right(links);
        table.row(
            store.name(),
            count,
            side.text(),
            links,
            links * clients,
            result.one(),
            result.none(),
            result.several(),
            result.storedIsWinners(),
            result.others(),
            result.seconds());
      }
    } finally {
      for (ServerProcess server : servers) {
        server.close();
      }
    }
  }
}

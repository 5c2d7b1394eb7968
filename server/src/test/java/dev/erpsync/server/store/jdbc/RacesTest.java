package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.connection.Connection;
import dev.erpsync.server.connection.ConnectionChange;
import dev.erpsync.server.connection.ConnectionService;
import dev.erpsync.server.connection.SaveOutcome;
import dev.erpsync.server.connector.Connector;
import dev.erpsync.server.connector.ConnectorService;
import dev.erpsync.server.emulator.StoredFields.CrmValue;
import dev.erpsync.server.link.ActorLink;
import dev.erpsync.server.link.CrmActor;
import dev.erpsync.server.link.FieldValue;
import dev.erpsync.server.link.LinkOutcome;
import dev.erpsync.server.link.LinkService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls that want the same at the same time, on every store. */
@Tag("D38")
@SuppressWarnings("NullAway.Init")
class RacesTest extends OnEveryStore {
  private static final int RACERS = 16;
  private static final int ROUNDS = 40;

  private LinkService links;
  private ConnectionService connections;

  @BeforeEach
  void services() {
    given(1);
    links =
        new LinkService(
            store.transactions(),
            store.connections(),
            store.links(),
            store.crmFields(),
            store.erpFields());
    connections =
        new ConnectionService(store.transactions(), store.connections(), store.connectors());
  }

  @Test
  @Tag("D30")
  void oneOfManyRecordsGetsTheActor() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String key = "k" + round;
      int first = 1 + round * RACERS;
      var outcomes = race(i -> links.create(ANNA, link(1, first + i, key)));
      assertThat(outcomes).filteredOn(LinkOutcome::done).hasSize(1);
      assertThat(outcomes)
          .filteredOn(o -> !o.done())
          .hasOnlyElementsOfType(LinkOutcome.ErpActorTaken.class);
      int winner = IntStream.range(0, RACERS).filter(i -> outcomes.get(i).done()).sum() + first;
      assertThat(read(() -> store.links().linkedTo(1, customer(key)))).hasValue(contact(winner));
    }
    assertThat(read(() -> store.links().all())).hasSize(ROUNDS);
  }

  @Test
  @Tag("D30")
  void oneOfManyActorsGetsTheRecord() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      int record = round;
      var outcomes = race(i -> links.create(ANNA, link(1, record, record + "-" + i)));
      assertThat(outcomes).filteredOn(LinkOutcome::done).hasSize(1);
    }
    assertThat(read(() -> store.links().all())).hasSize(ROUNDS);
  }

  @Test
  @Tag("D32")
  void theVerySameLinkIsDoneForAll() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      ActorLink link = link(1, round, "k" + round);
      assertThat(race(i -> links.create(ANNA, link))).allMatch(LinkOutcome::done);
    }
    assertThat(read(() -> store.links().all())).hasSize(ROUNDS);
  }

  @Test
  @Tag("D33")
  void oneOfManyBreaksALink() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      CrmActor crm = contact(round);
      links.create(ANNA, new ActorLink(1, crm, customer("k")));
      assertThat(race(i -> links.remove(ANNA, 1, crm))).filteredOn(LinkOutcome::done).hasSize(1);
    }
    assertThat(read(() -> store.links().all())).isEmpty();
  }

  @Test
  @Tag("D34")
  void onlyTheWinnersValuesAreWritten() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      int record = round;
      var outcomes =
          race(
              i ->
                  links.connect(
                      ANNA,
                      link(1, record, record + "-" + i),
                      List.of(new FieldValue("by", "" + i, true, false))));
      int winner = IntStream.range(0, RACERS).filter(i -> outcomes.get(i).done()).sum();
      assertThat(read(() -> store.storedFields().crmValues()))
          .contains(new CrmValue(contact(record), "by", "" + winner))
          .hasSize(round);
      assertThat(read(() -> store.links().linkedTo(1, contact(record))))
          .hasValue(customer(record + "-" + winner));
    }
  }

  @Test
  @Tag("D35")
  void everyNewConnectionGetsAnIdOfItsOwn() throws Exception {
    for (int round = 0; round < 5; round++) {
      var saved = race(i -> connections.save(change(0, "name " + i, null, null)));
      assertThat(saved).hasOnlyElementsOfType(SaveOutcome.Saved.class);
      assertThat(saved.stream().map(s -> ((SaveOutcome.Saved) s).connection().id()).distinct())
          .hasSize(RACERS);
    }
    assertThat(read(() -> store.connections().all()))
        .extracting(Connection::id)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 5 * RACERS + 1).boxed().toList());
  }

  @Test
  @Tag("D35")
  void oneOfManyGetsTheGuid() throws Exception {
    var saved = race(i -> connections.save(change(0, "name " + i, "the-guid", null)));
    assertThat(saved).filteredOn(SaveOutcome.Saved.class::isInstance).hasSize(1);
    assertThat(saved).filteredOn(SaveOutcome.ConnectionIdTaken.class::isInstance).hasSize(15);
  }

  @Test
  @Tag("D22")
  void savesOfDifferentPropertiesLoseNothing() throws Exception {
    for (int round = 0; round < 10; round++) {
      String value = "v" + round;
      race(
          i ->
              connections.save(
                  i % 2 == 0 ? change(1, value, null, null) : change(1, null, null, value)));
      Connection after = read(() -> store.connections().find(1)).orElseThrow();
      assertThat(after.displayName()).isEqualTo(value);
      assertThat(after.mostRecentTimestamp()).isEqualTo(value);
    }
  }

  @Test
  @Tag("D36")
  void aLinkIsAnsweredAsMadeOnlyIfItIsStoredWhenItsConnectionIsDeletedMeanwhile() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      int first = round * RACERS;
      connections.save(deletion(false));
      var outcomes =
          race(
              i ->
                  i == RACERS / 2
                      ? connections.save(deletion(true))
                      : links.create(ANNA, link(1, first + i, "k" + (first + i))));
      for (int i = 0; i < RACERS; i++) {
        int record = first + i;
        boolean done = outcomes.get(i) instanceof LinkOutcome.Done;
        assertThat(read(() -> store.links().linkedTo(1, contact(record))).isPresent())
            .isEqualTo(done);
      }
      assertThat(links.create(ANNA, link(1, Integer.MAX_VALUE, "late")))
          .isInstanceOf(LinkOutcome.NoConnection.class);
    }
  }

  @Test
  @Tag("D47")
  void aConnectorIsDeletedOrGetsConnectionsAndNeverBoth() throws Exception {
    var connectors = new ConnectorService(store.transactions(), store.connectors());
    for (int round = 2; round < ROUNDS; round++) {
      int connector = round;
      write(() -> store.connectors().put(new Connector(connector, null, null, false)));
      RacesTest.<Object>race(
          i ->
              i % 4 == 0
                  ? connectors.delete(connector)
                  : connections.save(
                      new ConnectionChange(
                          0, connector, null, null, null, null, null, null, null, null, null,
                          null)));
      boolean deleted = read(() -> store.connectors().find(connector)).orElseThrow().deleted();
      assertThat(read(() -> store.connectors().hasConnections(connector))).isEqualTo(!deleted);
    }
  }

  private static <T> List<T> race(IntFunction<T> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(RACERS);
    try {
      var start = new CyclicBarrier(RACERS);
      List<Callable<T>> calls = new ArrayList<>();
      for (int i = 0; i < RACERS; i++) {
        int racer = i;
        calls.add(
            () -> {
              start.await();
              return call.apply(racer);
            });
      }
      List<T> outcomes = new ArrayList<>();
      for (var outcome : threads.invokeAll(calls)) {
        outcomes.add(outcome.get());
      }
      return outcomes;
    } finally {
      threads.shutdown();
    }
  }

  private static ConnectionChange change(
      int id, @Nullable String name, @Nullable String guid, @Nullable String timestamp) {
    return new ConnectionChange(
        id, 1, name, null, null, guid, timestamp, null, null, null, null, null);
  }

  private static ConnectionChange deletion(boolean deleted) {
    return new ConnectionChange(
        1, null, null, null, null, null, null, null, deleted, null, null, null);
  }
}

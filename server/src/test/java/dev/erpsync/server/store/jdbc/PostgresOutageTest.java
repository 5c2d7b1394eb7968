package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.erpsync.server.connector.Connector;
import dev.erpsync.server.outcome.RefusedException;
import dev.erpsync.server.store.StoreOutage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a unit of work when PostgreSQL fails it, with a server that really does. */
@Tag("D39")
@Tag("D40")
@SuppressWarnings("NullAway.Init")
class PostgresOutageTest {
  private static final String KILL_OTHERS =
      "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where application_name = 'erpsync' and pid <> pg_backend_pid()";

  private JdbcStore store;

  @BeforeEach
  void open() {
    store = PostgresStore.open(TestPostgres.shared().database());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aConnectionThatIsLostBeforeTheCommitCostsNobodyAnything() {
    var tries = new AtomicInteger();
    put(
        1,
        () -> {
          if (tries.incrementAndGet() == 1) {
            TestPostgres.shared().sql(KILL_OTHERS);
          }
        });
    assertThat(tries).hasValue(2);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void aConnectionThatIsAlwaysLostIsAnOutage() {
    assertOutage(
        () -> put(1, () -> TestPostgres.shared().sql(KILL_OTHERS)), StoreOutage.Unavailable.class);
    assertThat(count()).isZero();
  }

  @Test
  void aConnectionThatIsLostInTheCommitLeavesTheOutcomeUnknown() {
    // A deferred trigger runs within the commit; this one ends its own session there.
    write(
        handle ->
            handle.execute(
                """
                create function die() returns trigger language plpgsql as
                  'begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); return null; end';
                create constraint trigger die after insert on erp_connector
                  deferrable initially deferred for each row execute function die()"""));
    assertOutage(() -> put(1, () -> {}), StoreOutage.OutcomeUnknown.class);
  }

  @Test
  void workThatIsAlwaysTooLateIsGivenUp() {
    var tries = new AtomicInteger();
    try (HikariDataSource pool = PostgresStore.pool(TestPostgres.shared().database())) {
      var hasty = new PostgresTransactions(pool, Duration.ofMillis(300));
      assertOutage(
          () ->
              hasty.write(
                  () -> {
                    tries.incrementAndGet();
                    throw new TransactionException(new SQLException("on purpose", "40001"));
                  }),
          StoreOutage.Contended.class);
    }
    assertThat(tries).hasValueGreaterThan(3);
  }

  @Test
  void aDatabaseThatOnlyReadsIsAnOutageForWhoWantsToWrite() {
    assertOutage(
        () ->
            write(handle -> handle.execute("set transaction read only; delete from erp_connector")),
        StoreOutage.Unavailable.class);
  }

  @Test
  void afterAStopAndAStartAllIsThereAndGoesOn() throws InterruptedException {
    try (var postgres = new TestPostgres();
        JdbcStore restarted = PostgresStore.open(postgres.database())) {
      store.close();
      store = restarted;
      put(1, () -> {});
      postgres.stop();
      assertOutage(() -> put(2, () -> {}), StoreOutage.Unavailable.class);
      assertOutage(this::count, StoreOutage.Unavailable.class);
      postgres.start();
      patiently(() -> put(3, () -> {}));
      assertThat(count()).isEqualTo(2);
    }
  }

  /** As a caller would who heeds Retry-After. */
  private static void patiently(Runnable call) throws InterruptedException {
    for (int tries = 0; tries < 5; tries++) {
      try {
        call.run();
        return;
      } catch (RefusedException e) {
        Thread.sleep(1000L * e.refusal().retryAfterSeconds());
      }
    }
    call.run();
  }

  private void put(int id, Runnable before) {
    store
        .transactions()
        .write(
            () -> {
              store.connectors().put(new Connector(id, null, null, false));
              before.run();
              store.connectors().put(new Connector(id, "name", null, false));
              return true;
            });
  }

  private int count() {
    return store.transactions().read(() -> store.connectors().all()).size();
  }

  private void write(Consumer<Handle> work) {
    var transactions = (JdbcTransactions) store.transactions();
    transactions.write(
        () -> {
          work.accept(transactions.handle());
          return true;
        });
  }

  private static void assertOutage(Runnable call, Class<? extends StoreOutage> kind) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.refusal()).isInstanceOf(kind));
  }
}

package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpsync.server.outcome.RefusedException;
import dev.erpsync.server.store.StoreOutage;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Many callers, one commit: on a real file, with the engine counting its commits. */
@Tag("D38")
@Tag("D39")
@SuppressWarnings("NullAway.Init")
class GroupWriterTest {
  private static final Executor THREADS = command -> new Thread(command).start();

  @TempDir Path folder;
  private final AtomicReference<@Nullable Handle> current = new AtomicReference<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private Jdbi database;
  private GroupWriter writer;
  private CompletableFuture<Integer> held = CompletableFuture.completedFuture(0);

  @BeforeEach
  void open() {
    var config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + folder.resolve("test.db"));
    database = Jdbi.create(source);
    database.useHandle(
        handle -> {
          handle.execute("create table parent (id integer primary key)");
          handle.execute(
              "create table number (n integer primary key, p integer references parent)");
        });
    writer =
        new GroupWriter(
            new GroupTransaction(
                database, OpenedFile.of(new SqliteFile(folder.resolve("test.db"))), current::set),
            20,
            10);
    writer.start();
  }

  @AfterEach
  void close() {
    go.countDown();
    assertThat(held.join()).isZero();
    writer.close();
  }

  @Test
  void thoseThatWaitShareOneCommit() {
    AtomicInteger commits = counted();
    hold();
    List<CompletableFuture<Integer>> waiting = new ArrayList<>();
    for (int n = 1; n <= 10; n++) {
      waiting.add(begin(insert(n)));
      awaitWaiting(n);
    }
    go.countDown();
    waiting.forEach(CompletableFuture::join);
    assertThat(numbers()).hasSize(10);
    // The first is that of the unit that held the others up.
    assertThat(commits).hasValue(2);
  }

  @Test
  void oneThatFailsLeavesNothingAndHarmsNoOther() {
    hold();
    var before = begin(insert(1));
    awaitWaiting(1);
    var failure = new IllegalArgumentException("on purpose");
    var failing =
        begin(
            () -> {
              assertThat(insert(2).get()).isEqualTo(1);
              throw failure;
            });
    awaitWaiting(2);
    var after = begin(insert(3));
    awaitWaiting(3);
    go.countDown();
    assertThat(before.join()).isEqualTo(1);
    assertThat(after.join()).isEqualTo(1);
    assertThatThrownBy(failing::join).hasCause(failure);
    assertThat(numbers()).containsExactly(1, 3);
  }

  @Test
  void whenTheCommitFailsAllOfTheGroupAreToldAndTheNextGoOn() {
    hold();
    var innocent = begin(insert(1));
    awaitWaiting(1);
    var guilty =
        begin(
            () -> {
              handle().execute("pragma defer_foreign_keys = on");
              return handle().execute("insert into number values (2, 99)");
            });
    awaitWaiting(2);
    go.countDown();
    assertOutage(innocent, StoreOutage.OutcomeUnknown.class);
    assertOutage(guilty, StoreOutage.OutcomeUnknown.class);
    assertThat(writer.write(insert(3))).isEqualTo(1);
    assertThat(numbers()).containsExactly(3);
  }

  @Test
  void aFullDiskIsAnOutageAndNothingRemains() {
    assertOutage(
        begin(
            () -> {
              handle().execute("pragma max_page_count = 4");
              for (int n = 0; n < 10_000; n++) {
                assertThat(insert(n).get()).isEqualTo(1);
              }
              return 0;
            }),
        StoreOutage.Unavailable.class);
    assertThat(numbers()).isEmpty();
  }

  @Test
  void anErrorWhileAFailureIsHandledEndsNeitherTheWriterNorTheWaitOfItsCallers() {
    Handler noMemory =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            throw new OutOfMemoryError("on purpose");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger(GroupTransaction.class.getName());
    log.addHandler(noMemory);
    try {
      var failing =
          begin(
              () -> {
                handle().execute("pragma defer_foreign_keys = on");
                return handle().execute("insert into number values (2, 99)");
              });
      assertOutage(failing.orTimeout(10, TimeUnit.SECONDS), StoreOutage.OutcomeUnknown.class);
    } finally {
      log.removeHandler(noMemory);
    }
    assertThat(begin(insert(3)).orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(1);
    assertThat(numbers()).containsExactly(3);
  }

  @Test
  void noMoreWaitThanThereIsRoomFor() {
    hold();
    List<CompletableFuture<Integer>> accepted = new ArrayList<>();
    for (int n = 1; n <= 20; n++) {
      accepted.add(begin(insert(n)));
      awaitWaiting(n);
    }
    assertOutage(begin(insert(21)), StoreOutage.Busy.class);
    go.countDown();
    accepted.forEach(CompletableFuture::join);
    assertThat(numbers()).hasSize(20).doesNotContain(21);
  }

  @Test
  void whatWasAcceptedIsDoneWhenTheWriterIsClosedAndNothingAfterThat() {
    hold();
    var accepted = begin(insert(1));
    awaitWaiting(1);
    var closing = CompletableFuture.runAsync(writer::close, THREADS);
    while (writer.accepts()) {
      Thread.onSpinWait();
    }
    assertOutage(begin(insert(2)), StoreOutage.Stopping.class);
    go.countDown();
    closing.join();
    assertThat(accepted.join()).isEqualTo(1);
    assertThat(numbers()).containsExactly(1);
  }

  @Test
  void anInterruptWithdrawsWhatHasNotBegun() throws Exception {
    hold();
    var outcome = new CompletableFuture<Integer>();
    var caller = new Thread(() -> complete(outcome, insert(1)));
    caller.start();
    awaitWaiting(1);
    caller.interrupt();
    assertOutage(outcome, StoreOutage.Stopping.class);
    go.countDown();
    writer.write(insert(2));
    assertThat(numbers()).containsExactly(2);
  }

  @Test
  void anInterruptDoesNotHideTheOutcomeOfWhatHasBegun() throws Exception {
    var outcome = new CompletableFuture<Integer>();
    var interrupted = new CompletableFuture<Boolean>();
    var caller =
        new Thread(
            () -> {
              complete(
                  outcome,
                  () -> {
                    begun.countDown();
                    TransactionsTest.await(go);
                    return insert(1).get();
                  });
              interrupted.complete(Thread.currentThread().isInterrupted());
            });
    caller.start();
    begun.await();
    caller.interrupt();
    go.countDown();
    assertThat(outcome.join()).isEqualTo(1);
    assertThat(interrupted.join()).isTrue();
    assertThat(numbers()).containsExactly(1);
  }

  /** Keeps the writing thread busy until it is told to go on. */
  private void hold() {
    held =
        begin(
            () -> {
              begun.countDown();
              TransactionsTest.await(go);
              return handle().execute("delete from number where n = 0");
            });
    TransactionsTest.await(begun);
  }

  private AtomicInteger counted() {
    var commits = new AtomicInteger();
    writer.write(
        () -> {
          try {
            handle()
                .getConnection()
                .unwrap(SQLiteConnection.class)
                .addCommitListener(
                    new SQLiteCommitListener() {
                      @Override
                      public void onCommit() {
                        commits.incrementAndGet();
                      }

                      @Override
                      public void onRollback() {}
                    });
            return true;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
    commits.set(0);
    return commits;
  }

  private CompletableFuture<Integer> begin(Supplier<Integer> work) {
    return CompletableFuture.supplyAsync(() -> writer.write(work), THREADS);
  }

  private void complete(CompletableFuture<Integer> outcome, Supplier<Integer> work) {
    try {
      outcome.complete(writer.write(work));
    } catch (RuntimeException e) {
      outcome.completeExceptionally(e);
    }
  }

  private void awaitWaiting(int units) {
    while (writer.waiting() < units) {
      Thread.onSpinWait();
    }
  }

  private Supplier<Integer> insert(int n) {
    return () -> handle().execute("insert into number (n) values (?)", n);
  }

  private Handle handle() {
    Handle handle = current.get();
    assertThat(handle).isNotNull();
    return Objects.requireNonNull(handle);
  }

  private List<Integer> numbers() {
    return database.withHandle(
        handle ->
            handle.createQuery("select n from number order by n").mapTo(Integer.class).list());
  }

  private static void assertOutage(
      CompletableFuture<Integer> outcome, Class<? extends StoreOutage> kind) {
    assertThatThrownBy(outcome::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.refusal()).isInstanceOf(kind));
  }
}

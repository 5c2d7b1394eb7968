package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpsync.server.link.LinkOutcome;
import dev.erpsync.server.link.LinkRepository;
import dev.erpsync.server.outcome.RefusedException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Units of work, on every store. */
@Tag("D38")
class TransactionsTest extends OnEveryStore {
  @BeforeEach
  void aConnection() {
    given(1);
  }

  @Test
  void whatFailsLeavesNothingAndIsTold() {
    var refusal = new RefusedException(new LinkOutcome.NoConnection(1));
    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      store.links().add(link(1, 7, "k"));
                      store.crmFields().set(contact(7), "f", "v");
                      throw refusal;
                    }))
        .isSameAs(refusal);
    assertThat(read(() -> store.links().all())).isEmpty();
    assertThat(read(() -> store.storedFields().crmValues())).isEmpty();
    assertThat(write(() -> store.links().add(link(1, 7, "k")))).isTrue();
  }

  @Test
  void evenAnErrorLeavesNothing() {
    var error = new AssertionError("on purpose");
    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      store.links().add(link(1, 7, "k"));
                      throw error;
                    }))
        .isSameAs(error);
    assertThat(read(() -> store.links().all())).isEmpty();
  }

  @Test
  void readingSeesOneStateHoweverLongItTakes() throws Exception {
    var begun = new CountDownLatch(1);
    var written = new CountDownLatch(1);
    var reading =
        CompletableFuture.supplyAsync(
            () ->
                read(
                    () -> {
                      int before = store.links().all().size();
                      begun.countDown();
                      await(written);
                      return before + store.links().all().size();
                    }));
    begun.await();
    write(() -> store.links().add(link(1, 7, "k")));
    written.countDown();
    assertThat(reading.get()).isZero();
    assertThat(read(() -> store.links().all())).hasSize(1);
  }

  @Test
  void whatIsWrittenIsSeenByOthersWhenItReturns() throws Exception {
    for (int i = 1; i <= 50; i++) {
      int id = i;
      write(() -> store.links().add(link(1, id, "k" + id)));
      assertThat(CompletableFuture.supplyAsync(() -> read(() -> store.links().all())).get())
          .hasSize(i);
    }
  }

  @Test
  void readingCannotWrite() {
    assertThatThrownBy(() -> read(() -> store.links().add(link(1, 7, "k"))))
        .rootCause()
        .hasMessageMatching("(?s).*read-?only.*");
    assertThat(write(() -> store.links().add(link(1, 7, "k")))).isTrue();
  }

  @Test
  void aDefectThatLooksLikeALostRaceIsReportedAtOnce() {
    var additions = new AtomicInteger();
    LinkRepository defective =
        (LinkRepository)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {LinkRepository.class},
                (proxy, method, args) -> {
                  if (!method.getName().equals("add")) {
                    return Optional.empty();
                  }
                  additions.incrementAndGet();
                  return false;
                });
    Services services = Services.over(store, defective, store.crmFields());
    assertThatThrownBy(() -> services.links().create(ANNA, link(1, 7, "k")))
        .isNotInstanceOf(RefusedException.class)
        .hasMessageContaining("cannot be stored");
    assertThat(additions).hasValue(1);
  }

  @Test
  void aStatementThatAlwaysViolatesAKeyIsReportedAtOnce() {
    var attempts = new AtomicInteger();
    var transactions = (JdbcTransactions) store.transactions();
    assertThatThrownBy(
            () ->
                transactions.write(
                    () -> {
                      attempts.incrementAndGet();
                      return transactions
                          .handle()
                          .execute(
                              "insert into erp_connector (erp_connector_id, deleted)"
                                  + " values (1, false)");
                    }))
        .isInstanceOf(JdbiException.class);
    assertThat(attempts).hasValueLessThanOrEqualTo(3);
  }

  @Test
  void nothingWorksOutsideOfAUnitNorInsideOfTwo() {
    assertThatThrownBy(() -> store.links().all())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the store is only used inside a transaction");
    assertThatThrownBy(() -> write(() -> read(() -> store.links().all())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a transaction already runs on this thread");
    assertThatThrownBy(() -> read(() -> write(() -> store.links().all())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a transaction already runs on this thread");
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

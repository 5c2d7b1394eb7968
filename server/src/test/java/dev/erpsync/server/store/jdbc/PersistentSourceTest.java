package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a database is asked for a connection. */
@Tag("D39")
class PersistentSourceTest {
  private final AtomicInteger tries = new AtomicInteger();

  /** Refused, not answering, stopping, starting, and with too many connections. */
  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300"})
  void aDatabaseThatIsAwayIsTriedUntilItIsThere(String state) throws SQLException {
    var source = new PersistentSource(failing(new SQLException("away", state), 20), 1);
    assertThat(source.getConnection()).isNotNull();
    assertThat(tries).hasValue(21);
  }

  /** A wrong password, and a database that does not exist. */
  @ParameterizedTest
  @ValueSource(strings = {"28P01", "3D000"})
  void whatDoesNotPassByItselfIsSaidAtOnce(String state) {
    var wrong = new SQLException("wrong", state);
    var source = new PersistentSource(failing(wrong, 20), 1);
    assertThatThrownBy(source::getConnection).isSameAs(wrong);
    assertThat(tries).hasValue(1);
  }

  @Test
  void aPoolThatClosesEndsTheTrying() {
    var away = new SQLException("away", "08001");
    var source = new PersistentSource(failing(away, Integer.MAX_VALUE), 60_000);
    Thread.currentThread().interrupt();
    assertThatThrownBy(source::getConnection).isSameAs(away);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(tries).hasValue(1);
  }

  /** A source that fails some times, and then has a connection. */
  private DataSource failing(SQLException failure, int times) {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (tries.incrementAndGet() <= times) {
                throw failure;
              }
              return Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {Connection.class},
                  (connection, called, none) -> null);
            });
  }
}

package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.connection.Connection;
import dev.erpsync.server.link.LinkStatuses;
import dev.erpsync.server.store.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The connections of a record, on every store. */
@Tag("D54")
class LinkStatusesTest extends OnEveryStore {
  private final List<String> statements = new ArrayList<>();

  @Test
  void aRecordOnManyConnectionsTakesOneQueryWithoutConfigValues() {
    given();
    write(
        () -> {
          for (int id = 1; id <= 50; id++) {
            store.connections().put(open(id, true, false, List.of(), List.of()));
            store.links().add(link(id, 7, "k" + id));
          }
        });
    assertThat(statuses()).hasSize(50).startsWith("1 name k1").endsWith("50 name k50");
    assertThat(statements)
        .singleElement()
        .asString()
        .doesNotContain("config_field", "field_value", "c.*");
  }

  @Test
  void theConnectionsAreThoseThatTheCallerMayUseInTheOrderOfTheirPriority() {
    given();
    write(
        () -> {
          store.connections().put(open(1, true, false, List.of(), List.of()));
          store.connections().put(open(2, false, false, List.of(9, 2), List.of()));
          store.connections().put(open(3, false, false, List.of(), List.of(5)));
          store.connections().put(open(4, false, false, List.of(3), List.of(6)));
          store.connections().put(open(5, true, true, List.of(2), List.of(5)));
          store.connections().prioritize(List.of(3, Connection.CRM));
          store.links().add(link(1, 8, "other"));
          store.links().add(link(2, 7, "k"));
          store.links().add(link(4, 7, "hidden"));
        });
    assertThat(statuses()).containsExactly("3 name -", "1 name -", "2 name k");
  }

  private List<String> statuses() {
    return new LinkStatuses(new Logged(), store.links())
        .of(ANNA, contact(7)).stream()
            .map(
                status ->
                    "%d %s %s"
                        .formatted(
                            status.connectionId(),
                            status.connectionName(),
                            status.linked().map(erp -> erp.key()).orElse("-")))
            .toList();
  }

  private static Connection open(
      int id, boolean all, boolean deleted, List<Integer> groups, List<Integer> associates) {
    return new Connection(
        id,
        1,
        "name",
        null,
        true,
        "guid-" + id,
        null,
        Map.of("password", "s3cret"),
        deleted,
        all,
        groups,
        associates);
  }

  /** The store's transactions; the statements of those that read are recorded. */
  private final class Logged implements Transactions {
    @Override
    public <T> T write(Supplier<T> work) {
      return store.transactions().write(work);
    }

    @Override
    public <T> T read(Supplier<T> work) {
      var transactions = (JdbcTransactions) store.transactions();
      return transactions.read(
          () -> {
            transactions
                .handle()
                .setSqlLogger(
                    new SqlLogger() {
                      @Override
                      public void logBeforeExecution(StatementContext context) {
                        statements.add(context.getRawSql());
                      }
                    });
            return work.get();
          });
    }
  }
}

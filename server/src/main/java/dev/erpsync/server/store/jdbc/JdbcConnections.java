package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.access.User;
import dev.erpsync.server.connection.Connection;
import dev.erpsync.server.connection.ConnectionAccess;
import dev.erpsync.server.connection.ConnectionRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** Connections in {@code erp_connection} and the tables of what belongs to one. */
final class JdbcConnections implements ConnectionRepository {
  private static final String COLUMNS =
      "erp_connector_id, display_name, display_description, active, connection_id,"
          + " most_recent_timestamp, all_access, deleted";
  private static final String VALUES =
      ":connector, :name, :description, :active, :guid, :timestamp, :allAccess, :deleted";

  private static final String ACCESS =
      """
      select deleted, all_access, exists (
          select 1 from erp_connection_access entry
          where entry.erp_connection_id = connection.erp_connection_id
            and (associate_id = :associate or user_group_id in (<groups>))) as named
      from erp_connection connection where erp_connection_id = :id""";

  private final JdbcTransactions transactions;
  private final ConnectionDetails details;

  JdbcConnections(JdbcTransactions transactions) {
    this.transactions = transactions;
    this.details = new ConnectionDetails(transactions);
  }

  @Override
  public Optional<Connection> find(int id) {
    return transactions
        .handle()
        .createQuery("select * from erp_connection where erp_connection_id = :id")
        .bind("id", id)
        .map((row, context) -> connection(row))
        .findOne();
  }

  @Override
  public Optional<ConnectionAccess> access(int id, User user) {
    return transactions
        .handle()
        .createQuery(ACCESS)
        .bind("id", id)
        .bind("associate", user.associateId().orElse(null))
        .bindList(EmptyHandling.NULL_KEYWORD, "groups", List.copyOf(user.groupIds()))
        .map(
            (row, context) ->
                new ConnectionAccess(
                    !row.getBoolean("deleted"),
                    row.getBoolean("all_access"),
                    row.getBoolean("named")))
        .findOne();
  }

  @Override
  public Optional<Integer> idOf(String connectionId) {
    return transactions
        .handle()
        .createQuery("select erp_connection_id from erp_connection where connection_id = :guid")
        .bind("guid", connectionId)
        .mapTo(Integer.class)
        .findOne();
  }

  @Override
  public int insert(Connection connection) {
    int id = FreeId.of(transactions.handle(), "erp_connection");
    put(connection.withId(id));
    return id;
  }

  @Override
  public void put(Connection connection) {
    bind(
            transactions
                .handle()
                .createUpdate(
                    "insert into erp_connection (erp_connection_id, %s) values (:id, %s)"
                            .formatted(COLUMNS, VALUES)
                        + " on conflict (erp_connection_id) do update set"
                        + " erp_connector_id = excluded.erp_connector_id,"
                        + " display_name = excluded.display_name,"
                        + " display_description = excluded.display_description,"
                        + " active = excluded.active, connection_id = excluded.connection_id,"
                        + " most_recent_timestamp = excluded.most_recent_timestamp,"
                        + " all_access = excluded.all_access, deleted = excluded.deleted")
                .bind("id", connection.id()),
            connection)
        .execute();
    details.replace(connection.id(), connection);
  }

  @Override
  public List<Connection> all() {
    return transactions
        .handle()
        .createQuery("select * from erp_connection order by erp_connection_id")
        .map((row, context) -> connection(row))
        .list();
  }

  @Override
  public List<Connection> inOrder() {
    return transactions
        .handle()
        .createQuery(
            "select c.* from erp_connection c left join sync_priority p"
                + " on p.erp_connection_id = c.erp_connection_id"
                + " order by p.priority is null, p.priority, c.erp_connection_id")
        .map((row, context) -> connection(row))
        .list();
  }

  @Override
  public List<Integer> priorities() {
    return transactions
        .handle()
        .createQuery(
            "select erp_connection_id from sync_priority order by priority, erp_connection_id")
        .mapTo(Integer.class)
        .list();
  }

  @Override
  public void prioritize(List<Integer> ids) {
    Set<Integer> order = new LinkedHashSet<>(ids);
    order.addAll(priorities());
    PreparedBatch ranks =
        transactions
            .handle()
            .prepareBatch(
                "insert into sync_priority (erp_connection_id, priority) values (:id, :priority)"
                    + " on conflict (erp_connection_id) do update"
                    + " set priority = excluded.priority");
    int priority = 0;
    for (int id : order) {
      ranks.bind("priority", ++priority).bind("id", id).add();
    }
    if (ranks.size() > 0) {
      ranks.execute();
    }
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Connection connection) {
    return statement
        .bind("connector", connection.connectorId())
        .bind("name", connection.displayName())
        .bind("description", connection.displayDescription())
        .bind("active", connection.active())
        .bind("guid", connection.connectionId())
        .bind("timestamp", connection.mostRecentTimestamp())
        .bind("allAccess", connection.allAccess())
        .bind("deleted", connection.deleted());
  }

  private Connection connection(ResultSet row) throws SQLException {
    int id = row.getInt("erp_connection_id");
    return new Connection(
        id,
        row.getInt("erp_connector_id"),
        row.getString("display_name"),
        row.getString("display_description"),
        row.getBoolean("active"),
        row.getString("connection_id"),
        row.getString("most_recent_timestamp"),
        details.configFields(id),
        row.getBoolean("deleted"),
        row.getBoolean("all_access"),
        details.userGroupIds(id),
        details.associateIds(id));
  }
}

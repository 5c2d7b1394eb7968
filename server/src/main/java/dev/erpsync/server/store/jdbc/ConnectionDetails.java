package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.connection.Connection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one connection and is replaced with it: configuration and access lists, in the
 * order given.
 */
final class ConnectionDetails {
  private final JdbcTransactions transactions;

  ConnectionDetails(JdbcTransactions transactions) {
    this.transactions = transactions;
  }

  Map<String, @Nullable String> configFields(int connection) {
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    transactions
        .handle()
        .createQuery(
            "select field_key, field_value from connection_config_field"
                + " where erp_connection_id = :connection order by connection_config_field_id")
        .bind("connection", connection)
        .map((row, context) -> fields.put(row.getString("field_key"), row.getString("field_value")))
        .list();
    return Collections.unmodifiableMap(fields);
  }

  List<Integer> userGroupIds(int connection) {
    return accessIds(connection, "user_group_id");
  }

  List<Integer> associateIds(int connection) {
    return accessIds(connection, "associate_id");
  }

  void replace(int id, Connection connection) {
    for (String table : List.of("connection_config_field", "erp_connection_access")) {
      transactions
          .handle()
          .createUpdate("delete from %s where erp_connection_id = :id".formatted(table))
          .bind("id", id)
          .execute();
    }
    PreparedBatch fields =
        transactions
            .handle()
            .prepareBatch(
                "insert into connection_config_field (erp_connection_id, field_key, field_value)"
                    + " values (:id, :key, :value)");
    connection
        .configFields()
        .forEach((key, value) -> fields.bind("id", id).bind("key", key).bind("value", value).add());
    execute(fields);
    insertAccess(id, "user_group_id", connection.userGroupIds());
    insertAccess(id, "associate_id", connection.associateIds());
  }

  private List<Integer> accessIds(int connection, String column) {
    return transactions
        .handle()
        .createQuery(
            "select %1$s from erp_connection_access where erp_connection_id = :connection"
                    .formatted(column)
                + " and %1$s is not null order by erp_connection_access_id".formatted(column))
        .bind("connection", connection)
        .mapTo(Integer.class)
        .list();
  }

  private void insertAccess(int id, String column, List<Integer> values) {
    PreparedBatch rows =
        transactions
            .handle()
            .prepareBatch(
                "insert into erp_connection_access (erp_connection_id, %s) values (:id, :value)"
                    .formatted(column));
    values.forEach(value -> rows.bind("id", id).bind("value", value).add());
    execute(rows);
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}

package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.emulator.StoredRows;
import java.util.List;

/** All tables as one. */
final class JdbcRows implements StoredRows {
  /** Those that refer to others first. */
  private static final List<String> TABLES =
      List.of(
          "erp_field_value",
          "crm_field_value",
          "erp_external_key",
          "erp_internal_key",
          "erp_connection_access",
          "connection_config_field",
          "sync_priority",
          "erp_connection",
          "erp_connector");

  private static final String COUNT =
      """
      select (select count(*) from erp_field_value) + (select count(*) from crm_field_value)
        + (select count(*) from erp_external_key) + (select count(*) from erp_connection)
        + (select count(*) from erp_connector)""";

  private final JdbcTransactions transactions;

  JdbcRows(JdbcTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public long count() {
    return transactions.handle().createQuery(COUNT).mapTo(long.class).one();
  }

  @Override
  public void deleteAll() {
    TABLES.forEach(table -> transactions.handle().execute("delete from " + table));
  }
}

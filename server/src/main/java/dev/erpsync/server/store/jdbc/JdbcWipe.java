package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.emulator.Wipe;
import java.util.List;

/** Deletes all rows, those that refer to others first. */
final class JdbcWipe implements Wipe {
  private static final List<String> TABLES =
      List.of(
          "erp_field_value",
          "crm_field_value",
          "erp_external_key",
          "erp_internal_key",
          "erp_connection_access",
          "connection_config_field",
          "erp_connection",
          "erp_connector");

  private final JdbcTransactions transactions;

  JdbcWipe(JdbcTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void everything() {
    TABLES.forEach(table -> transactions.handle().execute("delete from " + table));
  }
}

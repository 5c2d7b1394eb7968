package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.connection.ConnectionRepository;
import dev.erpsync.server.connector.ConnectorRepository;
import dev.erpsync.server.connector.ErpFields;
import dev.erpsync.server.emulator.StoredFields;
import dev.erpsync.server.emulator.StoredRows;
import dev.erpsync.server.link.CrmFields;
import dev.erpsync.server.link.LinkRepository;
import dev.erpsync.server.store.Transactions;

/** All storage ports over one database. Thread-safe; closing it closes the database. */
public final class JdbcStore implements AutoCloseable {
  private final JdbcTransactions transactions;
  private final JdbcFields fields;
  private final Runnable onClose;

  JdbcStore(JdbcTransactions transactions, Runnable onClose) {
    this.transactions = transactions;
    this.fields = new JdbcFields(transactions);
    this.onClose = onClose;
  }

  public Transactions transactions() {
    return transactions;
  }

  public LinkRepository links() {
    return new JdbcLinks(transactions);
  }

  public ConnectionRepository connections() {
    return new JdbcConnections(transactions);
  }

  public ConnectorRepository connectors() {
    return new JdbcConnectors(transactions);
  }

  public CrmFields crmFields() {
    return fields;
  }

  public ErpFields erpFields() {
    return fields;
  }

  public StoredFields storedFields() {
    return fields;
  }

  public StoredRows rows() {
    return new JdbcRows(transactions);
  }

  @Override
  public void close() {
    onClose.run();
  }
}

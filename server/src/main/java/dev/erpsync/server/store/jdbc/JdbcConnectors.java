package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.connector.Connector;
import dev.erpsync.server.connector.ConnectorRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Connectors in {@code erp_connector}. */
final class JdbcConnectors implements ConnectorRepository {
  private final JdbcTransactions transactions;

  JdbcConnectors(JdbcTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Connector> find(int id) {
    return transactions
        .handle()
        .createQuery("select * from erp_connector where erp_connector_id = :id")
        .bind("id", id)
        .map((row, context) -> connector(row))
        .findOne();
  }

  /** A row that is written is one that no other transaction can mark as deleted. (D40) */
  @Override
  public boolean claim(int id) {
    return transactions
            .handle()
            .createUpdate(
                "update erp_connector set deleted = deleted"
                    + " where erp_connector_id = :id and not deleted")
            .bind("id", id)
            .execute()
        == 1;
  }

  @Override
  public boolean hasConnections(int id) {
    return transactions
        .handle()
        .createQuery(
            "select exists (select 1 from erp_connection"
                + " where erp_connector_id = :id and not deleted)")
        .bind("id", id)
        .mapTo(boolean.class)
        .one();
  }

  @Override
  public int insert(Connector connector) {
    int id = FreeId.of(transactions.handle(), "erp_connector");
    put(connector.withId(id));
    return id;
  }

  @Override
  public void put(Connector connector) {
    transactions
        .handle()
        .createUpdate(
            "insert into erp_connector (erp_connector_id, display_name, url, deleted)"
                + " values (:id, :name, :url, :deleted) on conflict (erp_connector_id) do update set"
                + " display_name = excluded.display_name, url = excluded.url, deleted = excluded.deleted")
        .bind("id", connector.id())
        .bind("name", connector.displayName())
        .bind("url", connector.url())
        .bind("deleted", connector.deleted())
        .execute();
  }

  @Override
  public List<Connector> all() {
    return transactions
        .handle()
        .createQuery("select * from erp_connector order by erp_connector_id")
        .map((row, context) -> connector(row))
        .list();
  }

  private static Connector connector(ResultSet row) throws SQLException {
    return new Connector(
        row.getInt("erp_connector_id"),
        row.getString("display_name"),
        row.getString("url"),
        row.getBoolean("deleted"));
  }
}

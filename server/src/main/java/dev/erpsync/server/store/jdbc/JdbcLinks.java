package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.access.User;
import dev.erpsync.server.link.ActorLink;
import dev.erpsync.server.link.CrmActor;
import dev.erpsync.server.link.ErpActor;
import dev.erpsync.server.link.LinkRepository;
import dev.erpsync.server.link.LinkStatus;
import dev.erpsync.server.model.CrmActorType;
import dev.erpsync.server.model.ErpActorType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.EmptyHandling;

/** Links in {@code erp_internal_key} (the CRM side) and {@code erp_external_key} (the ERP side). */
final class JdbcLinks implements LinkRepository {
  private static final String LINKS =
      "select * from erp_external_key join erp_internal_key using (erp_internal_key_id) ";

  private static final String STATUSES =
      """
      select connection.erp_connection_id, display_name, actor_type, erp_key
      from erp_connection connection
      left join sync_priority
        on sync_priority.erp_connection_id = connection.erp_connection_id
      left join erp_internal_key on record_id = :record and crm_actor_type = :type
      left join erp_external_key
        on erp_external_key.erp_connection_id = connection.erp_connection_id
        and erp_external_key.erp_internal_key_id = erp_internal_key.erp_internal_key_id
      where not deleted and (:administrator or all_access or exists (
          select 1 from erp_connection_access entry
          where entry.erp_connection_id = connection.erp_connection_id
            and (associate_id = :associate or user_group_id in (<groups>))))
      order by priority is null, priority, connection.erp_connection_id""";

  private final JdbcTransactions transactions;

  JdbcLinks(JdbcTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<ErpActor> linkedTo(int connectionId, CrmActor crm) {
    return transactions
        .handle()
        .createQuery(
            LINKS
                + "where erp_connection_id = :connection and record_id = :record and crm_actor_type = :type")
        .bind("connection", connectionId)
        .bind("record", crm.recordId())
        .bind("type", crm.type().toString())
        .map((row, context) -> erp(row))
        .findOne();
  }

  @Override
  public Optional<CrmActor> linkedTo(int connectionId, ErpActor erp) {
    return transactions
        .handle()
        .createQuery(
            LINKS
                + "where erp_connection_id = :connection and actor_type = :type and erp_key = :key")
        .bind("connection", connectionId)
        .bind("type", erp.type().toString())
        .bind("key", erp.key())
        .map((row, context) -> crm(row))
        .findOne();
  }

  @Override
  public boolean add(ActorLink link) {
    transactions
        .handle()
        .createUpdate(
            "insert into erp_internal_key (record_id, crm_actor_type) values (:record, :type)"
                + " on conflict do nothing")
        .bind("record", link.crm().recordId())
        .bind("type", link.crm().type().toString())
        .execute();
    return transactions
            .handle()
            .createUpdate(
                "insert into erp_external_key (erp_internal_key_id, erp_connection_id, actor_type, erp_key)"
                    + " select erp_internal_key_id, :connection, :erpType, :key from erp_internal_key"
                    + " where record_id = :record and crm_actor_type = :crmType on conflict do nothing")
            .bind("connection", link.connectionId())
            .bind("erpType", link.erp().type().toString())
            .bind("key", link.erp().key())
            .bind("record", link.crm().recordId())
            .bind("crmType", link.crm().type().toString())
            .execute()
        == 1;
  }

  @Override
  public boolean remove(int connectionId, CrmActor crm) {
    return transactions
            .handle()
            .createUpdate(
                "delete from erp_external_key where erp_connection_id = :connection and erp_internal_key_id ="
                    + " (select erp_internal_key_id from erp_internal_key"
                    + " where record_id = :record and crm_actor_type = :type)")
            .bind("connection", connectionId)
            .bind("record", crm.recordId())
            .bind("type", crm.type().toString())
            .execute()
        == 1;
  }

  @Override
  public List<LinkStatus> statuses(User user, CrmActor crm) {
    return transactions
        .handle()
        .createQuery(STATUSES)
        .bind("record", crm.recordId())
        .bind("type", crm.type().toString())
        .bind("administrator", user.administrator())
        .bind("associate", user.associateId().orElse(null))
        .bindList(EmptyHandling.NULL_KEYWORD, "groups", List.copyOf(user.groupIds()))
        .map(
            (row, context) ->
                new LinkStatus(
                    row.getInt("erp_connection_id"),
                    row.getString("display_name"),
                    row.getString("erp_key") == null ? Optional.empty() : Optional.of(erp(row))))
        .list();
  }

  @Override
  public List<ActorLink> all() {
    return transactions
        .handle()
        .createQuery(LINKS + "order by erp_connection_id, crm_actor_type, record_id")
        .map((row, context) -> link(row))
        .list();
  }

  private static ActorLink link(ResultSet row) throws SQLException {
    return new ActorLink(row.getInt("erp_connection_id"), crm(row), erp(row));
  }

  private static CrmActor crm(ResultSet row) throws SQLException {
    return new CrmActor(
        CrmActorType.fromValue(row.getString("crm_actor_type")), row.getInt("record_id"));
  }

  private static ErpActor erp(ResultSet row) throws SQLException {
    return new ErpActor(
        ErpActorType.fromValue(row.getString("actor_type")), row.getString("erp_key"));
  }
}

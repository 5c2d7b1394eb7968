package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.connector.ErpFields;
import dev.erpsync.server.emulator.StoredFields;
import dev.erpsync.server.link.CrmActor;
import dev.erpsync.server.link.CrmFields;
import dev.erpsync.server.link.ErpActor;
import dev.erpsync.server.model.CrmActorType;
import dev.erpsync.server.model.ErpActorType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The embedded CRM and ERP sides: what is set on them is kept in tables. */
final class JdbcFields implements CrmFields, ErpFields, StoredFields {
  private final JdbcTransactions transactions;

  JdbcFields(JdbcTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void set(CrmActor record, String crmFieldKey, @Nullable String value) {
    transactions
        .handle()
        .createUpdate(
            "insert into crm_field_value (crm_actor_type, record_id, crm_field_key, value)"
                + " values (:type, :record, :field, :value)"
                + " on conflict (crm_actor_type, record_id, crm_field_key)"
                + " do update set value = excluded.value")
        .bind("type", record.type().toString())
        .bind("record", record.recordId())
        .bind("field", crmFieldKey)
        .bind("value", value)
        .execute();
  }

  @Override
  public void set(
      int connectionId,
      ErpActorType type,
      String erpKey,
      String crmFieldKey,
      @Nullable String value) {
    transactions
        .handle()
        .createUpdate(
            "insert into erp_field_value (erp_connection_id, actor_type, erp_key, crm_field_key, value)"
                + " values (:connection, :type, :key, :field, :value)"
                + " on conflict (erp_connection_id, actor_type, erp_key, crm_field_key)"
                + " do update set value = excluded.value")
        .bind("connection", connectionId)
        .bind("type", type.toString())
        .bind("key", erpKey)
        .bind("field", crmFieldKey)
        .bind("value", value)
        .execute();
  }

  @Override
  public List<CrmValue> crmValues() {
    return transactions
        .handle()
        .createQuery(
            "select * from crm_field_value order by crm_actor_type, record_id, crm_field_key")
        .map(
            (row, context) ->
                new CrmValue(
                    new CrmActor(
                        CrmActorType.fromValue(row.getString("crm_actor_type")),
                        row.getInt("record_id")),
                    row.getString("crm_field_key"),
                    row.getString("value")))
        .list();
  }

  @Override
  public List<ErpValue> erpValues() {
    return transactions
        .handle()
        .createQuery(
            "select * from erp_field_value"
                + " order by erp_connection_id, actor_type, erp_key, crm_field_key")
        .map(
            (row, context) ->
                new ErpValue(
                    row.getInt("erp_connection_id"),
                    new ErpActor(
                        ErpActorType.fromValue(row.getString("actor_type")),
                        row.getString("erp_key")),
                    row.getString("crm_field_key"),
                    row.getString("value")))
        .list();
  }
}

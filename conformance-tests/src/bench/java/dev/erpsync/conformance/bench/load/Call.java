package dev.erpsync.conformance.bench.load;

import dev.erpsync.spec.Contract;
import java.nio.charset.StandardCharsets;

/**
 * A call, ready to be sent as often as wanted.
 *
 * @param path of the operation
 * @param body JSON
 */
public record Call(String path, byte[] body) {
  private static final String CREATE = path("CreateActorLink");
  private static final String CONNECT = path("ConnectActor");
  private static final String BREAK = path("BreakActorLink");

  public static Call create(int connection, int record, String key) {
    return call(CREATE, "{%s}".formatted(link(connection, record, key)));
  }

  /** A link, and one value on either side of it. */
  public static Call connect(int connection, int record, String key) {
    return call(
        CONNECT,
        """
        {%s,"FieldValues":[
         {"CrmFieldKey":"crm","Value":"%2$d","SyncToCrm":true,"SyncToErp":false},
         {"CrmFieldKey":"erp","Value":"%2$d","SyncToCrm":false,"SyncToErp":true}]}"""
            .formatted(link(connection, record, key), record));
  }

  public static Call breakLink(int connection, int record) {
    return call(
        BREAK,
        "{\"ErpConnectionId\":%d,\"CrmRecordId\":%d,\"CrmActorType\":\"Contact\"}"
            .formatted(connection, record));
  }

  private static Call call(String path, String body) {
    return new Call(path, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String link(int connection, int record, String key) {
    return "\"ErpConnectionId\":%d,\"CrmRecordId\":%d,\"CrmActorType\":\"Contact\",\"ErpKey\":\"%s\",\"ErpActorType\":\"Customer\""
        .formatted(connection, record, key);
  }

  private static String path(String operation) {
    return Contract.erpSync().operation(operation).orElseThrow().path();
  }
}

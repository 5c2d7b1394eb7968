package dev.erpsync.server.connector;

import dev.erpsync.server.model.ErpActorType;
import org.jspecify.annotations.Nullable;

/** The ERP's side of field values. Takes part in the running unit of work. */
public interface ErpFields {
  /**
   * Sets one field of one actor of a connection; null empties it. The field is named by its CRM
   * key.
   */
  void set(
      int connectionId,
      ErpActorType type,
      String erpKey,
      String crmFieldKey,
      @Nullable String value);
}

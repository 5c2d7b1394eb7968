package dev.erpsync.server.emulator;

import dev.erpsync.server.link.CrmActor;
import dev.erpsync.server.link.ErpActor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has been written to the two sides that a stand-in plays itself. Belongs to the running unit
 * of work.
 */
public interface StoredFields {
  /** One field of one CRM record. */
  record CrmValue(CrmActor record, String crmFieldKey, @Nullable String value) {}

  /** One field of one ERP actor. */
  record ErpValue(int connectionId, ErpActor actor, String crmFieldKey, @Nullable String value) {}

  /** All values on the CRM side, ordered by record and field. */
  List<CrmValue> crmValues();

  /** All values on the ERP side, ordered by connection, actor and field. */
  List<ErpValue> erpValues();
}

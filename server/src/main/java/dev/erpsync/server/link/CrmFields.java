package dev.erpsync.server.link;

import org.jspecify.annotations.Nullable;

/** The CRM's side of field values. Takes part in the running unit of work. */
public interface CrmFields {
  /** Sets one field of one record; null empties it. */
  void set(CrmActor record, String crmFieldKey, @Nullable String value);
}

package dev.erpsync.server.link;

import dev.erpsync.server.model.CrmActorType;

/** A CRM record: its type and its id. Every id from 1 is taken to exist. (D37) */
public record CrmActor(CrmActorType type, int recordId) {
  @Override
  public String toString() {
    return type + " " + recordId;
  }
}

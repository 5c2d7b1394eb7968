package dev.erpsync.server.link;

import dev.erpsync.server.model.ErpActorType;

/** A record of an ERP system: its type and its opaque key, which is compared byte by byte. (D30) */
public record ErpActor(ErpActorType type, String key) {
  @Override
  public String toString() {
    return type + " '" + key + "'";
  }
}

package dev.erpsync.server.agent;

import dev.erpsync.server.link.ActorPairs;
import dev.erpsync.server.link.ErpActor;
import dev.erpsync.server.link.LinkStatus;
import dev.erpsync.server.model.CrmActorType;
import dev.erpsync.server.model.ErpActorType;
import dev.erpsync.server.model.ErpConnectionData;
import java.util.List;

/** Where a record is linked, on the wire. (D54) */
final class LinkStatusMapping {
  private LinkStatusMapping() {}

  /**
   * Without rights; see {@link CarrierRights}. Fields of an ERP are not there: nothing asks one.
   */
  static ErpConnectionData toWire(CrmActorType crmType, LinkStatus status) {
    List<ErpActorType> types = ActorPairs.erpTypes(crmType);
    return new ErpConnectionData()
        .erpConnectionId(status.connectionId())
        .connectionName(status.connectionName())
        .connected(status.linked().isPresent())
        .erpFields(List.of())
        .crmActorType(crmType)
        .erpActorType(status.linked().map(ErpActor::type).orElse(types.get(0)))
        .erpActorTypes(types);
  }
}

package dev.erpsync.server.agent;

import dev.erpsync.server.access.User;
import dev.erpsync.server.api.ActorLinksApiDelegate;
import dev.erpsync.server.link.ActorLink;
import dev.erpsync.server.link.CrmActor;
import dev.erpsync.server.link.ErpActor;
import dev.erpsync.server.link.LinkOutcome;
import dev.erpsync.server.link.LinkOutcome.NoAccess;
import dev.erpsync.server.link.LinkService;
import dev.erpsync.server.link.LinkStatuses;
import dev.erpsync.server.model.BreakActorLinkRequest;
import dev.erpsync.server.model.ConnectActorRequest;
import dev.erpsync.server.model.CreateActorLinkRequest;
import dev.erpsync.server.model.ErpConnectionData;
import dev.erpsync.server.model.GetConnectionsAndDisplayFieldsRequest;
import dev.erpsync.server.model.TryConnectActorRequest;
import dev.erpsync.server.outcome.RefusedException;
import java.util.List;

/** The operations on links. One that returns bool says false where a void one refuses. (D7) */
public final class ActorLinksDelegate implements ActorLinksApiDelegate {
  private final LinkService links;
  private final LinkStatuses statuses;
  private final CarrierRights rights;

  public ActorLinksDelegate(LinkService links, LinkStatuses statuses, CarrierRights rights) {
    this.links = links;
    this.statuses = statuses;
    this.rights = rights;
  }

  @Override
  public Boolean createActorLink(User caller, CreateActorLinkRequest request) {
    CrmActor crm = new CrmActor(request.getCrmActorType(), request.getCrmRecordId());
    ErpActor erp = new ErpActor(request.getErpActorType(), request.getErpKey());
    return done(links.create(caller, new ActorLink(request.getErpConnectionId(), crm, erp)));
  }

  @Override
  public void connectActor(User caller, ConnectActorRequest request) {
    CrmActor crm = new CrmActor(request.getCrmActorType(), request.getCrmRecordId());
    ErpActor erp = new ErpActor(request.getErpActorType(), request.getErpKey());
    RefusedException.unlessDone(
        links.connect(
            caller,
            new ActorLink(request.getErpConnectionId(), crm, erp),
            FieldValueMapping.toDomain(request.getFieldValues())));
  }

  @Override
  public Boolean tryConnectActor(User caller, TryConnectActorRequest request) {
    CrmActor crm = new CrmActor(request.getCrmActorType(), request.getCrmRecordId());
    ErpActor erp = new ErpActor(request.getErpActorType(), request.getErpKey());
    return done(
        links.connect(
            caller,
            new ActorLink(request.getErpConnectionId(), crm, erp),
            FieldValueMapping.toDomain(request.getFieldValues())));
  }

  @Override
  public List<ErpConnectionData> getConnectionsAndDisplayFields(
      User caller, GetConnectionsAndDisplayFieldsRequest request) {
    CrmActor crm = new CrmActor(request.getCrmActorType(), request.getEntityId());
    return statuses.of(caller, crm).stream()
        .map(
            status ->
                LinkStatusMapping.toWire(crm.type(), status)
                    .tableRight(rights.tableRight(caller))
                    .fieldProperties(rights.fieldProperties(caller, "ErpConnectionData")))
        .toList();
  }

  @Override
  public Boolean breakActorLink(User caller, BreakActorLinkRequest request) {
    CrmActor crm = new CrmActor(request.getCrmActorType(), request.getCrmRecordId());
    return done(links.remove(caller, request.getErpConnectionId(), crm));
  }

  /** What a user may not do is refused even where everything else is only not done. (D7, D16) */
  private static boolean done(LinkOutcome outcome) {
    if (outcome instanceof NoAccess refused) {
      throw new RefusedException(refused);
    }
    return outcome.done();
  }
}

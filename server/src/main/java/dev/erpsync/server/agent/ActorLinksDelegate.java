package dev.erpsync.server.agent;

import dev.erpsync.server.api.ActorLinksApiDelegate;
import dev.erpsync.server.link.ActorLink;
import dev.erpsync.server.link.CrmActor;
import dev.erpsync.server.link.ErpActor;
import dev.erpsync.server.link.LinkService;
import dev.erpsync.server.model.BreakActorLinkRequest;
import dev.erpsync.server.model.ConnectActorRequest;
import dev.erpsync.server.model.CreateActorLinkRequest;
import dev.erpsync.server.outcome.RefusedException;

/** The operations on links. One that returns bool says false where a void one refuses. (D7) */
public final class ActorLinksDelegate implements ActorLinksApiDelegate {
  private final LinkService links;

  public ActorLinksDelegate(LinkService links) {
    this.links = links;
  }

  @Override
  public Boolean createActorLink(CreateActorLinkRequest request) {
    CrmActor crm = new CrmActor(request.getCrmActorType(), request.getCrmRecordId());
    ErpActor erp = new ErpActor(request.getErpActorType(), request.getErpKey());
    return links.create(new ActorLink(request.getErpConnectionId(), crm, erp)).done();
  }

  @Override
  public void connectActor(ConnectActorRequest request) {
    CrmActor crm = new CrmActor(request.getCrmActorType(), request.getCrmRecordId());
    ErpActor erp = new ErpActor(request.getErpActorType(), request.getErpKey());
    RefusedException.unlessDone(
        links.connect(
            new ActorLink(request.getErpConnectionId(), crm, erp),
            FieldValueMapping.toDomain(request.getFieldValues())));
  }

  @Override
  public Boolean breakActorLink(BreakActorLinkRequest request) {
    CrmActor crm = new CrmActor(request.getCrmActorType(), request.getCrmRecordId());
    return links.remove(request.getErpConnectionId(), crm).done();
  }
}

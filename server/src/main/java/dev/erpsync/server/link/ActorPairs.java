package dev.erpsync.server.link;

import static dev.erpsync.server.model.CrmActorType.CONTACT;
import static dev.erpsync.server.model.CrmActorType.PERSON;
import static dev.erpsync.server.model.CrmActorType.PROJECT;

import dev.erpsync.server.model.CrmActorType;
import dev.erpsync.server.model.ErpActorType;
import java.util.Map;
import java.util.Set;

/** Which types can be linked. (D31) */
public final class ActorPairs {
  private static final Map<CrmActorType, Set<ErpActorType>> PAIRS =
      Map.of(
          CONTACT, Set.of(ErpActorType.CUSTOMER, ErpActorType.SUPPLIER, ErpActorType.PARTNER),
          PERSON, Set.of(ErpActorType.PERSON),
          PROJECT, Set.of(ErpActorType.PROJECT));

  private ActorPairs() {}

  /** Whether links of these two are made. */
  public static boolean allow(CrmActor crm, ErpActor erp) {
    return crm.recordId() >= 1 && PAIRS.getOrDefault(crm.type(), Set.of()).contains(erp.type());
  }
}

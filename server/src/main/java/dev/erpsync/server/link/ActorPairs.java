package dev.erpsync.server.link;

import static dev.erpsync.server.model.CrmActorType.CONTACT;
import static dev.erpsync.server.model.CrmActorType.PERSON;
import static dev.erpsync.server.model.CrmActorType.PROJECT;

import dev.erpsync.server.model.CrmActorType;
import dev.erpsync.server.model.ErpActorType;
import java.util.List;
import java.util.Map;

/** Which types can be linked. (D31) */
public final class ActorPairs {
  private static final Map<CrmActorType, List<ErpActorType>> PAIRS =
      Map.of(
          CONTACT, List.of(ErpActorType.CUSTOMER, ErpActorType.SUPPLIER, ErpActorType.PARTNER),
          PERSON, List.of(ErpActorType.PERSON),
          PROJECT, List.of(ErpActorType.PROJECT));

  private ActorPairs() {}

  /** Whether links of these two are made. */
  public static boolean allow(CrmActor crm, ErpActor erp) {
    return crm.recordId() >= 1 && erpTypes(crm.type()).contains(erp.type());
  }

  /** The types of actors to which such a record can be linked, the most likely first. */
  public static List<ErpActorType> erpTypes(CrmActorType crm) {
    return PAIRS.getOrDefault(crm, List.of());
  }
}

package dev.erpsync.server.link;

import dev.erpsync.server.outcome.Refusal;

/** What came of a call on a link. */
public sealed interface LinkOutcome {
  /** Whether the store now is as was asked. */
  default boolean done() {
    return this instanceof Done;
  }

  /** The store is as was asked. */
  record Done() implements LinkOutcome {}

  /** The connection is unknown or marked as deleted. */
  record NoConnection(int connectionId) implements LinkOutcome, Refusal {
    @Override
    public String message() {
      return "Connection " + connectionId + " does not exist.";
    }
  }

  /** The connection is not open to the caller. (D16) */
  record NoAccess(int connectionId) implements LinkOutcome, Refusal {
    @Override
    public String message() {
      return "You have no access to connection " + connectionId + ".";
    }
  }

  /** Such a record and such an actor cannot be linked at all. */
  record PairNotAllowed(CrmActor crm, ErpActor erp) implements LinkOutcome, Refusal {
    @Override
    public String message() {
      return crm + " cannot be linked to an ERP actor of type " + erp.type() + ".";
    }
  }

  /** The CRM record is linked to another actor on this connection. */
  record CrmActorTaken(ActorLink asked, ErpActor linked) implements LinkOutcome, Refusal {
    @Override
    public String message() {
      return "%s is already linked to %s on connection %d."
          .formatted(asked.crm(), linked, asked.connectionId());
    }
  }

  /** The ERP actor is linked to another record on this connection. */
  record ErpActorTaken(ActorLink asked, CrmActor linked) implements LinkOutcome, Refusal {
    @Override
    public String message() {
      return "%s is already linked to %s on connection %d."
          .formatted(asked.erp(), linked, asked.connectionId());
    }
  }

  /** There is no link to act on. */
  record NotLinked(int connectionId, CrmActor crm) implements LinkOutcome, Refusal {
    @Override
    public String message() {
      return "%s is not linked on connection %d.".formatted(crm, connectionId);
    }
  }
}

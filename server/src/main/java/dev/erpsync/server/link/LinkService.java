package dev.erpsync.server.link;

import dev.erpsync.server.access.User;
import dev.erpsync.server.connection.ConnectionAccess;
import dev.erpsync.server.connection.ConnectionRepository;
import dev.erpsync.server.connector.ErpFields;
import dev.erpsync.server.link.LinkOutcome.CrmActorTaken;
import dev.erpsync.server.link.LinkOutcome.Done;
import dev.erpsync.server.link.LinkOutcome.ErpActorTaken;
import dev.erpsync.server.link.LinkOutcome.NoAccess;
import dev.erpsync.server.link.LinkOutcome.NoConnection;
import dev.erpsync.server.link.LinkOutcome.NotLinked;
import dev.erpsync.server.link.LinkOutcome.PairNotAllowed;
import dev.erpsync.server.store.Transactions;
import java.util.List;
import java.util.Optional;

/**
 * The rules of links (D30 to D34), for callers with access to the connection (D16). Each call is
 * one transaction (D38). Thread-safe.
 */
public final class LinkService {
  private final Transactions transactions;
  private final ConnectionRepository connections;
  private final LinkRepository links;
  private final CrmFields crmFields;
  private final ErpFields erpFields;

  public LinkService(
      Transactions transactions,
      ConnectionRepository connections,
      LinkRepository links,
      CrmFields crmFields,
      ErpFields erpFields) {
    this.transactions = transactions;
    this.connections = connections;
    this.links = links;
    this.crmFields = crmFields;
    this.erpFields = erpFields;
  }

  /** Makes a link; done also when the very same link stood before. (D32) */
  public LinkOutcome create(User caller, ActorLink link) {
    return transactions.write(() -> make(caller, link));
  }

  /** Makes a link and sets values on the sides that each names, all or nothing. (D34) */
  public LinkOutcome connect(User caller, ActorLink link, List<FieldValue> values) {
    return transactions.write(
        () -> {
          LinkOutcome outcome = make(caller, link);
          if (outcome.done()) {
            values.forEach(value -> set(link, value));
          }
          return outcome;
        });
  }

  /** Removes the link of a record, and nothing else. (D33) */
  public LinkOutcome remove(User caller, int connectionId, CrmActor crm) {
    return transactions.write(
        () -> {
          Optional<ConnectionAccess> access = connections.access(connectionId, caller);
          if (access.filter(connection -> connection.refuses(caller)).isPresent()) {
            return new NoAccess(connectionId);
          }
          if (access.filter(ConnectionAccess::usable).isEmpty()) {
            return new NoConnection(connectionId);
          }
          return links.remove(connectionId, crm) ? new Done() : new NotLinked(connectionId, crm);
        });
  }

  private LinkOutcome make(User caller, ActorLink link) {
    Optional<ConnectionAccess> access = connections.access(link.connectionId(), caller);
    if (access.filter(connection -> connection.refuses(caller)).isPresent()) {
      return new NoAccess(link.connectionId());
    }
    if (!ActorPairs.allow(link.crm(), link.erp())) {
      return new PairNotAllowed(link.crm(), link.erp());
    }
    if (access.filter(ConnectionAccess::usable).isEmpty()) {
      return new NoConnection(link.connectionId());
    }
    Optional<ErpActor> erp = links.linkedTo(link.connectionId(), link.crm());
    if (erp.isPresent()) {
      return erp.get().equals(link.erp()) ? new Done() : new CrmActorTaken(link, erp.get());
    }
    Optional<CrmActor> crm = links.linkedTo(link.connectionId(), link.erp());
    if (crm.isPresent()) {
      return new ErpActorTaken(link, crm.get());
    }
    if (!links.add(link)) {
      throw new IllegalStateException(link + " cannot be stored, and nothing is in its way");
    }
    return new Done();
  }

  private void set(ActorLink link, FieldValue value) {
    if (value.syncToCrm()) {
      crmFields.set(link.crm(), value.crmFieldKey(), value.value());
    }
    if (value.syncToErp()) {
      erpFields.set(
          link.connectionId(),
          link.erp().type(),
          link.erp().key(),
          value.crmFieldKey(),
          value.value());
    }
  }
}

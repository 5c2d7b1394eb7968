package dev.erpsync.server.link;

import dev.erpsync.server.access.User;
import dev.erpsync.server.store.Transactions;
import java.util.List;

/** On which connections a record is linked. (D54) Thread-safe. */
public final class LinkStatuses {
  private final Transactions transactions;
  private final LinkRepository links;

  public LinkStatuses(Transactions transactions, LinkRepository links) {
    this.transactions = transactions;
    this.links = links;
  }

  /**
   * The connections that are open to the caller, in their order, each with what the record is
   * linked to there; none when records of this type cannot be linked.
   */
  public List<LinkStatus> of(User caller, CrmActor crm) {
    if (ActorPairs.erpTypes(crm.type()).isEmpty()) {
      return List.of();
    }
    return transactions.read(() -> links.statuses(caller, crm));
  }
}

package dev.erpsync.server.link;

import dev.erpsync.server.access.User;
import dev.erpsync.server.connection.ConnectionRepository;
import dev.erpsync.server.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** On which connections a record is linked. (D54) Thread-safe. */
public final class LinkStatuses {
  private final Transactions transactions;
  private final ConnectionRepository connections;
  private final LinkRepository links;

  public LinkStatuses(
      Transactions transactions, ConnectionRepository connections, LinkRepository links) {
    this.transactions = transactions;
    this.connections = connections;
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
    return transactions.read(
        () -> {
          Map<Integer, ErpActor> linked =
              links.of(crm).stream()
                  .collect(Collectors.toMap(ActorLink::connectionId, ActorLink::erp));
          return connections.inOrder().stream()
              .filter(connection -> !connection.deleted() && connection.isVisibleTo(caller))
              .map(c -> new LinkStatus(c, Optional.ofNullable(linked.get(c.id()))))
              .toList();
        });
  }
}

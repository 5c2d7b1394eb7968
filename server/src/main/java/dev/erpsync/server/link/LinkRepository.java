package dev.erpsync.server.link;

import dev.erpsync.server.access.User;
import java.util.List;
import java.util.Optional;

/** Stored links. Every call belongs to the running unit of work. */
public interface LinkRepository {
  /** The ERP actor to which the record is linked on the connection. */
  Optional<ErpActor> linkedTo(int connectionId, CrmActor crm);

  /** The CRM record to which the actor is linked on the connection. */
  Optional<CrmActor> linkedTo(int connectionId, ErpActor erp);

  /**
   * Stores a link.
   *
   * @return false, and nothing is stored, when either side is linked on the connection
   */
  boolean add(ActorLink link);

  /**
   * Removes the link of a record.
   *
   * @return false when there is none
   */
  boolean remove(int connectionId, CrmActor crm);

  /**
   * Returns the connections that the user may use, in the order of their priority, each with the
   * actor to which the record is linked there. Deleted connections are left out. (D16, D52)
   */
  List<LinkStatus> statuses(User user, CrmActor crm);

  /** All links, ordered by connection and record. */
  List<ActorLink> all();
}

package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.access.User;
import dev.erpsync.server.connection.Connection;
import dev.erpsync.server.connection.ConnectionOutcome;
import dev.erpsync.server.connection.SaveOutcome;
import dev.erpsync.server.emulator.StoredFields.CrmValue;
import dev.erpsync.server.emulator.StoredFields.ErpValue;
import dev.erpsync.server.link.ActorLink;
import dev.erpsync.server.link.CrmActor;
import dev.erpsync.server.link.FieldValue;
import dev.erpsync.server.link.LinkOutcome;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What D16, D30 to D36, D50 and D51 say, in maps and sets, one call after the other. */
final class Model {
  static final LinkOutcome DONE = new LinkOutcome.Done();
  private static final Set<String> PAIRS =
      Set.of(
          "Contact-Customer",
          "Contact-Supplier",
          "Contact-Partner",
          "Person-Person",
          "Project-Project");

  final TreeMap<Integer, Connection> connections = new TreeMap<>();
  private final Set<ActorLink> links = new HashSet<>();
  private final Set<CrmValue> crmValues = new HashSet<>();
  private final Set<ErpValue> erpValues = new HashSet<>();

  /** Connection 1 is open to all, 2 to those who are named; there are no others. */
  Model() {
    connections.put(1, merged(new Op.Save(1, 1, null, null, null, true, null, null), 1, "one"));
    connections.put(
        2, merged(new Op.Save(2, 1, null, null, null, false, null, List.of(5)), 2, "two"));
  }

  Model(Model other) {
    connections.putAll(other.connections);
    links.addAll(other.links);
    crmValues.addAll(other.crmValues);
    erpValues.addAll(other.erpValues);
  }

  /** All that is stored, without an order. */
  record Everything(
      Set<Connection> connections,
      Set<ActorLink> links,
      Set<CrmValue> crmValues,
      Set<ErpValue> erpValues) {
    static Everything of(
        Collection<Connection> connections,
        Collection<ActorLink> links,
        Collection<CrmValue> crmValues,
        Collection<ErpValue> erpValues) {
      return new Everything(
          Set.copyOf(connections), Set.copyOf(links), Set.copyOf(crmValues), Set.copyOf(erpValues));
    }
  }

  Everything everything() {
    return Everything.of(connections.values(), links, crmValues, erpValues);
  }

  /** What should come of a call. */
  Object run(Op op) {
    if (op instanceof Op.Create create) {
      return connect(create.caller().user(), create.link(), List.of());
    }
    if (op instanceof Op.Connect connect) {
      return connect(connect.caller().user(), connect.link(), connect.values());
    }
    if (op instanceof Op.Break remove) {
      return remove(remove.caller().user(), remove.connection(), remove.crm());
    }
    if (op instanceof Op.Save save) {
      return save(save);
    }
    if (op instanceof Op.Delete delete) {
      return delete(delete.id());
    }
    if (op instanceof Op.Toggle toggle) {
      return toggle(toggle.id());
    }
    if (op instanceof Op.Seed seed) {
      return seed(seed.links());
    }
    become(new Model());
    return DONE;
  }

  private LinkOutcome connect(User caller, ActorLink link, List<FieldValue> values) {
    Connection connection = usable(link.connectionId());
    if (connection != null && !open(connection, caller)) {
      return new LinkOutcome.NoAccess(link.connectionId());
    }
    if (!allowed(link)) {
      return new LinkOutcome.PairNotAllowed(link.crm(), link.erp());
    }
    if (connection == null) {
      return new LinkOutcome.NoConnection(link.connectionId());
    }
    for (ActorLink other : links) {
      if (sameCrm(other, link) && !other.equals(link)) {
        return new LinkOutcome.CrmActorTaken(link, other.erp());
      }
    }
    for (ActorLink other : links) {
      if (sameErp(other, link) && !other.equals(link)) {
        return new LinkOutcome.ErpActorTaken(link, other.crm());
      }
    }
    links.add(link);
    values.forEach(value -> set(link, value));
    return DONE;
  }

  private LinkOutcome remove(User caller, int id, CrmActor crm) {
    Connection connection = usable(id);
    if (connection == null) {
      return new LinkOutcome.NoConnection(id);
    }
    if (!open(connection, caller)) {
      return new LinkOutcome.NoAccess(id);
    }
    return links.removeIf(link -> link.connectionId() == id && link.crm().equals(crm))
        ? DONE
        : new LinkOutcome.NotLinked(id, crm);
  }

  private SaveOutcome save(Op.Save save) {
    boolean fresh = save.id() == 0;
    Connection stored = connections.get(save.id());
    if (!fresh && stored == null) {
      return new SaveOutcome.NoSuchConnection(save.id());
    }
    String guid = fresh ? Objects.requireNonNullElse(save.guid(), "drawn") : "";
    for (Connection other : connections.values()) {
      if (fresh && !guid.equals("drawn") && other.connectionId().equals(guid)) {
        return new SaveOutcome.ConnectionIdTaken(guid, other.id());
      }
    }
    int id = fresh ? connections.lastKey() + 1 : save.id();
    Connection wanted = merged(save, id, guid);
    if (wanted.connectorId() != 1) {
      return new SaveOutcome.NoSuchConnector(wanted.connectorId());
    }
    connections.put(id, wanted);
    return new SaveOutcome.Saved(wanted);
  }

  private ConnectionOutcome delete(int id) {
    Connection known = usable(id);
    if (known == null) {
      return new ConnectionOutcome.Unknown(id);
    }
    Connection gone = changed(known, false, true);
    connections.put(id, gone);
    return new ConnectionOutcome.Found(gone);
  }

  /** The connector of these connections is always there. */
  private List<String> toggle(int id) {
    Connection known = usable(id);
    if (known == null) {
      return List.of("Connection " + id + " does not exist.");
    }
    connections.put(id, changed(known, !known.active(), false));
    return List.of();
  }

  private static Connection changed(Connection old, boolean active, boolean deleted) {
    return new Connection(
        old.id(),
        old.connectorId(),
        old.displayName(),
        old.displayDescription(),
        active,
        old.connectionId(),
        old.mostRecentTimestamp(),
        old.configFields(),
        deleted,
        old.allAccess(),
        old.userGroupIds(),
        old.associateIds());
  }

  private Object seed(List<ActorLink> seeded) {
    Model after = new Model(this);
    seeded.forEach(link -> after.links.removeIf(o -> sameCrm(o, link) || sameErp(o, link)));
    for (ActorLink link : seeded) {
      if (!allowed(link)) {
        return new LinkOutcome.PairNotAllowed(link.crm(), link.erp());
      }
      if (!connections.containsKey(link.connectionId())) {
        return new LinkOutcome.NoConnection(link.connectionId());
      }
      for (ActorLink other : after.links) {
        if (sameCrm(other, link)) {
          return new LinkOutcome.CrmActorTaken(link, other.erp());
        }
      }
      for (ActorLink other : after.links) {
        if (sameErp(other, link)) {
          return new LinkOutcome.ErpActorTaken(link, other.crm());
        }
      }
      after.links.add(link);
    }
    become(after);
    return DONE;
  }

  private void set(ActorLink link, FieldValue value) {
    String key = value.crmFieldKey();
    if (value.syncToCrm()) {
      crmValues.removeIf(o -> o.record().equals(link.crm()) && o.crmFieldKey().equals(key));
      crmValues.add(new CrmValue(link.crm(), key, value.value()));
    }
    if (value.syncToErp()) {
      int id = link.connectionId();
      erpValues.removeIf(
          o ->
              o.connectionId() == id
                  && o.actor().equals(link.erp())
                  && o.crmFieldKey().equals(key));
      erpValues.add(new ErpValue(id, link.erp(), key, value.value()));
    }
  }

  private Connection merged(Op.Save save, int id, String guid) {
    Connection old =
        connections.getOrDefault(
            id,
            new Connection(
                id, 0, null, null, false, guid, null, Map.of(), false, false, List.of(),
                List.of()));
    return new Connection(
        id,
        save.connector() != null ? save.connector() : old.connectorId(),
        save.name() != null ? save.name() : old.displayName(),
        null,
        old.active(),
        old.connectionId(),
        null,
        Map.of(),
        save.deleted() != null ? save.deleted() : old.deleted(),
        save.allAccess() != null ? save.allAccess() : old.allAccess(),
        save.groups() != null ? save.groups() : old.userGroupIds(),
        save.associates() != null ? save.associates() : old.associateIds());
  }

  private @Nullable Connection usable(int id) {
    Connection connection = connections.get(id);
    return connection == null || connection.deleted() ? null : connection;
  }

  private static boolean open(Connection connection, User caller) {
    return connection.allAccess()
        || caller.administrator()
        || connection.userGroupIds().stream().anyMatch(caller.groupIds()::contains)
        || caller.associateId().filter(connection.associateIds()::contains).isPresent();
  }

  private static boolean allowed(ActorLink link) {
    return link.crm().recordId() > 0 && PAIRS.contains(link.crm().type() + "-" + link.erp().type());
  }

  private static boolean sameCrm(ActorLink a, ActorLink b) {
    return a.connectionId() == b.connectionId() && a.crm().equals(b.crm());
  }

  private static boolean sameErp(ActorLink a, ActorLink b) {
    return a.connectionId() == b.connectionId() && a.erp().equals(b.erp());
  }

  private void become(Model other) {
    connections.clear();
    connections.putAll(other.connections);
    links.clear();
    links.addAll(other.links);
    crmValues.clear();
    crmValues.addAll(other.crmValues);
    erpValues.clear();
    erpValues.addAll(other.erpValues);
  }
}

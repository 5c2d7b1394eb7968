package dev.erpsync.server.emulator;

import static dev.erpsync.server.outcome.RefusedException.unlessDone;

import dev.erpsync.server.connection.Connection;
import dev.erpsync.server.connection.ConnectionRepository;
import dev.erpsync.server.connection.SaveOutcome;
import dev.erpsync.server.connector.Connector;
import dev.erpsync.server.connector.ConnectorRepository;
import dev.erpsync.server.connector.ErpFields;
import dev.erpsync.server.emulator.StoredFields.ErpValue;
import dev.erpsync.server.link.ActorLink;
import dev.erpsync.server.link.ActorPairs;
import dev.erpsync.server.link.CrmFields;
import dev.erpsync.server.link.LinkOutcome;
import dev.erpsync.server.link.LinkRepository;
import dev.erpsync.server.store.Transactions;
import java.util.List;
import java.util.UUID;

/** Empties, fills and shows the store. Each call is one transaction. Thread-safe. */
public final class EmulatorService {
  private static final int LARGEST_STATE = 100_000;

  private final Transactions transactions;
  private final ConnectorRepository connectors;
  private final ConnectionRepository connections;
  private final LinkRepository links;
  private final CrmFields crmFields;
  private final ErpFields erpFields;
  private final StoredFields storedFields;
  private final StoredRows rows;

  public EmulatorService(
      Transactions transactions,
      ConnectorRepository connectors,
      ConnectionRepository connections,
      LinkRepository links,
      CrmFields crmFields,
      ErpFields erpFields,
      StoredFields storedFields,
      StoredRows rows) {
    this.transactions = transactions;
    this.connectors = connectors;
    this.connections = connections;
    this.links = links;
    this.crmFields = crmFields;
    this.erpFields = erpFields;
    this.storedFields = storedFields;
    this.rows = rows;
  }

  /** Removes everything. */
  public void reset() {
    transactions.write(
        () -> {
          rows.deleteAll();
          return true;
        });
  }

  /**
   * Everything, in an order that depends on the content only.
   *
   * @throws dev.erpsync.server.outcome.RefusedException when it is too much for one answer
   */
  public State state() {
    return transactions.read(
        () -> {
          long stored = rows.count();
          if (stored > LARGEST_STATE) {
            unlessDone(new StateTooLarge(stored, LARGEST_STATE));
          }
          return new State(
              connectors.all(),
              connections.all(),
              links.all(),
              storedFields.crmValues(),
              storedFields.erpValues(),
              connections.priorities());
        });
  }

  /**
   * Adds what is new and overwrites what has the same identity; a link has two, one on each side.
   *
   * @param states added one after the other, all of them or none
   * @throws dev.erpsync.server.outcome.RefusedException when a state contradicts itself or the
   *     store; nothing is changed then
   */
  public void seed(List<State> states) {
    transactions.write(
        () -> {
          states.forEach(this::put);
          return true;
        });
  }

  private void put(State state) {
    state.connectors().forEach(this::put);
    state.connections().forEach(this::put);
    state.priorities().stream().filter(id -> id != Connection.CRM).forEach(this::requireConnection);
    connections.prioritize(state.priorities());
    state.links().forEach(this::release);
    state.links().forEach(this::put);
    state
        .crmValues()
        .forEach(field -> crmFields.set(field.record(), field.crmFieldKey(), field.value()));
    state.erpValues().forEach(this::put);
  }

  private void put(Connector connector) {
    if (connector.id() < 1) {
      unlessDone(new SaveOutcome.NoSuchConnector(connector.id()));
    }
    connectors.put(connector);
  }

  private void put(Connection connection) {
    if (connection.id() < 1) {
      unlessDone(new SaveOutcome.NoSuchConnection(connection.id()));
    }
    if (connectors.find(connection.connectorId()).isEmpty()) {
      unlessDone(new SaveOutcome.NoSuchConnector(connection.connectorId()));
    }
    String guid =
        connection.connectionId().isBlank()
            ? connections
                .find(connection.id())
                .map(Connection::connectionId)
                .orElseGet(() -> UUID.randomUUID().toString())
            : connection.connectionId();
    connections
        .idOf(guid)
        .filter(holder -> holder != connection.id())
        .ifPresent(holder -> unlessDone(new SaveOutcome.ConnectionIdTaken(guid, holder)));
    connections.put(connection.named(guid));
  }

  /** Breaks what stands in the way of a link, on either side. */
  private void release(ActorLink link) {
    links.remove(link.connectionId(), link.crm());
    links
        .linkedTo(link.connectionId(), link.erp())
        .ifPresent(crm -> links.remove(link.connectionId(), crm));
  }

  private void put(ActorLink link) {
    if (!ActorPairs.allow(link.crm(), link.erp())) {
      unlessDone(new LinkOutcome.PairNotAllowed(link.crm(), link.erp()));
    }
    requireConnection(link.connectionId());
    if (!links.add(link)) {
      links
          .linkedTo(link.connectionId(), link.crm())
          .ifPresent(erp -> unlessDone(new LinkOutcome.CrmActorTaken(link, erp)));
      links
          .linkedTo(link.connectionId(), link.erp())
          .ifPresent(crm -> unlessDone(new LinkOutcome.ErpActorTaken(link, crm)));
      throw new IllegalStateException(link + " cannot be stored, and nothing is in its way");
    }
  }

  private void put(ErpValue field) {
    requireConnection(field.connectionId());
    erpFields.set(
        field.connectionId(),
        field.actor().type(),
        field.actor().key(),
        field.crmFieldKey(),
        field.value());
  }

  private void requireConnection(int id) {
    if (connections.find(id).isEmpty()) {
      unlessDone(new LinkOutcome.NoConnection(id));
    }
  }
}

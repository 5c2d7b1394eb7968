package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.connection.Connection;
import dev.erpsync.server.connection.ConnectionOutcome;
import dev.erpsync.server.connection.ConnectionService;
import dev.erpsync.server.connection.ConnectionSwitch;
import dev.erpsync.server.connection.SaveOutcome;
import dev.erpsync.server.connector.Connector;
import dev.erpsync.server.emulator.EmulatorService;
import dev.erpsync.server.emulator.State;
import dev.erpsync.server.link.CrmFields;
import dev.erpsync.server.link.LinkRepository;
import dev.erpsync.server.link.LinkService;
import dev.erpsync.server.outcome.RefusedException;
import java.util.List;

/** The services over a store, called by {@link Op}. */
record Services(
    LinkService links,
    ConnectionService connections,
    ConnectionSwitch switches,
    EmulatorService emulator) {
  static Services over(JdbcStore store) {
    return over(store, store.links(), store.crmFields());
  }

  /** With two ports of the store replaced. */
  static Services over(JdbcStore store, LinkRepository links, CrmFields crmFields) {
    return new Services(
        new LinkService(
            store.transactions(), store.connections(), links, crmFields, store.erpFields()),
        new ConnectionService(store.transactions(), store.connections(), store.connectors()),
        new ConnectionSwitch(store.transactions(), store.connections(), store.connectors()),
        new EmulatorService(
            store.transactions(),
            store.connectors(),
            store.connections(),
            links,
            crmFields,
            store.erpFields(),
            store.storedFields(),
            store.rows()));
  }

  /** Begins anew, with what the model begins with. */
  void begin() {
    emulator.reset();
    seed(
        new State(
            List.of(new Connector(1, null, null, false)),
            List.copyOf(new Model().connections.values()),
            List.of(),
            List.of(),
            List.of()));
  }

  /** What came of a call. */
  Object run(Op op) {
    if (op instanceof Op.Create create) {
      return links.create(create.caller().user(), create.link());
    }
    if (op instanceof Op.Connect connect) {
      return links.connect(connect.caller().user(), connect.link(), connect.values());
    }
    if (op instanceof Op.Break remove) {
      return links.remove(remove.caller().user(), remove.connection(), remove.crm());
    }
    if (op instanceof Op.Save save) {
      SaveOutcome outcome = connections.save(save.change());
      return outcome instanceof SaveOutcome.Saved saved
          ? new SaveOutcome.Saved(known(saved.connection()))
          : outcome;
    }
    if (op instanceof Op.Delete delete) {
      ConnectionOutcome outcome = switches.delete(delete.id());
      return outcome instanceof ConnectionOutcome.Found found
          ? new ConnectionOutcome.Found(known(found.connection()))
          : outcome;
    }
    if (op instanceof Op.Toggle toggle) {
      return switches.toggle(toggle.id());
    }
    if (op instanceof Op.Seed seed) {
      return seed(new State(List.of(), List.of(), seed.links(), List.of(), List.of()));
    }
    begin();
    return Model.DONE;
  }

  /** Everything that is stored, as the model shows it. */
  Model.Everything everything() {
    State state = emulator.state();
    return Model.Everything.of(
        state.connections().stream().map(Services::known).toList(),
        state.links(),
        state.crmValues(),
        state.erpValues());
  }

  private Object seed(State state) {
    try {
      emulator.seed(List.of(state));
      return Model.DONE;
    } catch (RefusedException e) {
      return e.refusal();
    }
  }

  /** A GUID that was drawn at random is none that the model could know. */
  private static Connection known(Connection connection) {
    return connection.connectionId().length() == 36 ? connection.named("drawn") : connection;
  }
}

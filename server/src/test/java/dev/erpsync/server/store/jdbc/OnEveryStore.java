package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.access.User;
import dev.erpsync.server.connection.Connection;
import dev.erpsync.server.connector.Connector;
import dev.erpsync.server.link.ActorLink;
import dev.erpsync.server.link.CrmActor;
import dev.erpsync.server.link.ErpActor;
import dev.erpsync.server.model.CrmActorType;
import dev.erpsync.server.model.ErpActorType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the ports promise, asked of every store that there is. Each test begins with nothing. */
@ParameterizedClass
@EnumSource(Engine.class)
@SuppressWarnings("NullAway.Init")
abstract class OnEveryStore {
  static final User ANNA = new User("anna", Optional.of(5), Set.of(1, 2), false);

  /** Opened once for all tests; a store is not what they are about. */
  private static final Map<Engine, JdbcStore> STORES = new ConcurrentHashMap<>();

  @Parameter Engine engine;
  JdbcStore store;

  @BeforeEach
  void empty() {
    store = STORES.computeIfAbsent(engine, Engine::open);
    write(() -> store.rows().deleteAll());
  }

  <T> T write(Supplier<T> work) {
    return store.transactions().write(work);
  }

  void write(Runnable work) {
    store
        .transactions()
        .write(
            () -> {
              work.run();
              return true;
            });
  }

  <T> T read(Supplier<T> work) {
    return store.transactions().read(work);
  }

  /** A connector, and connections of it that are open to all. */
  void given(int... connections) {
    write(
        () -> {
          store.connectors().put(new Connector(1, null, null, false));
          for (int id : connections) {
            store.connections().put(connection(id));
          }
        });
  }

  static Connection connection(int id) {
    return new Connection(
        id, 1, "name", null, true, "guid-" + id, null, Map.of(), false, true, List.of(), List.of());
  }

  static CrmActor contact(int id) {
    return new CrmActor(CrmActorType.CONTACT, id);
  }

  static ErpActor customer(String key) {
    return new ErpActor(ErpActorType.CUSTOMER, key);
  }

  static ActorLink link(int connection, int contact, String key) {
    return new ActorLink(connection, contact(contact), customer(key));
  }
}

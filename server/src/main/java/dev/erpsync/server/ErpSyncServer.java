package dev.erpsync.server;

import dev.erpsync.server.agent.ActorLinksDelegate;
import dev.erpsync.server.agent.CarrierRights;
import dev.erpsync.server.agent.ConnectionsDelegate;
import dev.erpsync.server.agent.ConnectorsDelegate;
import dev.erpsync.server.agent.EmulatorDelegate;
import dev.erpsync.server.api.ActorLinksApi;
import dev.erpsync.server.api.ActorLinksApiDelegate;
import dev.erpsync.server.api.ConnectionsApi;
import dev.erpsync.server.api.ConnectionsApiDelegate;
import dev.erpsync.server.api.ConnectorsApi;
import dev.erpsync.server.api.ConnectorsApiDelegate;
import dev.erpsync.server.api.DiscoveryApi;
import dev.erpsync.server.api.DiscoveryApiDelegate;
import dev.erpsync.server.api.EmulatorApi;
import dev.erpsync.server.api.EmulatorApiDelegate;
import dev.erpsync.server.connection.ConnectionFinder;
import dev.erpsync.server.connection.ConnectionService;
import dev.erpsync.server.connection.ConnectionSwitch;
import dev.erpsync.server.connector.ConnectorService;
import dev.erpsync.server.discovery.Discovery;
import dev.erpsync.server.discovery.DiscoveryDelegate;
import dev.erpsync.server.emulator.EmulatorService;
import dev.erpsync.server.emulator.Journal;
import dev.erpsync.server.http.Contracts;
import dev.erpsync.server.http.ErpSyncApplication;
import dev.erpsync.server.http.container.HttpLimits;
import dev.erpsync.server.http.container.HttpServer;
import dev.erpsync.server.http.container.Tls;
import dev.erpsync.server.http.container.TlsFileException;
import dev.erpsync.server.link.LinkService;
import dev.erpsync.server.link.LinkStatuses;
import dev.erpsync.server.store.jdbc.JdbcStore;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glassfish.jersey.internal.inject.AbstractBinder;

/** The composition root: what a running server is made of. */
final class ErpSyncServer implements AutoCloseable {
  private static final int JOURNAL_EXCHANGES = 1_000;

  private final HttpServer http;
  private final JdbcStore store;

  private ErpSyncServer(HttpServer http, JdbcStore store) {
    this.http = http;
    this.store = store;
  }

  /**
   * Opens the store, adds what is to be seeded, and listens.
   *
   * @throws StartException when the options do not allow it; nothing is left open then
   */
  static ErpSyncServer start(Options options) throws StartException {
    return start(options, HttpLimits.standard(), InstantSource.system());
  }

  /** As {@link #start(Options)}, with other limits of what a client may take. */
  static ErpSyncServer start(Options options, HttpLimits limits) throws StartException {
    return start(options, limits, InstantSource.system());
  }

  /** As {@link #start(Options)}, by another clock than the system's. */
  static ErpSyncServer start(Options options, InstantSource clock) throws StartException {
    return start(options, HttpLimits.standard(), clock);
  }

  private static ErpSyncServer start(Options options, HttpLimits limits, InstantSource clock)
      throws StartException {
    List<Sample> samples = Sample.all();
    Access access = Access.of(options, samples, clock);
    if (options.port < 0 || options.port > 65_535) {
      throw new StartException("--port must be between 0 and 65535");
    }
    Optional<Tls> tls = tls(options);
    JdbcStore store = Stores.open(options.data, options.store);
    try {
      HttpServer http = listen(options, limits, tls, access, samples, store);
      return new ErpSyncServer(http, store);
    } catch (StartException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  URI uri() {
    return http.uri();
  }

  /** Lets running requests finish, then closes the store. */
  @Override
  public void close() {
    http.close();
    store.close();
  }

  private static HttpServer listen(
      Options options,
      HttpLimits limits,
      Optional<Tls> tls,
      Access access,
      List<Sample> samples,
      JdbcStore store)
      throws StartException {
    var contracts = new Contracts(Contract.erpSync(), Contract.emulator(), Contract.discovery());

    var links =
        new LinkService(
            store.transactions(),
            store.connections(),
            store.links(),
            store.crmFields(),
            store.erpFields());
    var connections =
        new ConnectionService(store.transactions(), store.connections(), store.connectors());
    var statuses = new LinkStatuses(store.transactions(), store.links());
    var finder = new ConnectionFinder(store.transactions(), store.connections());
    var switches =
        new ConnectionSwitch(store.transactions(), store.connections(), store.connectors());
    var connectors = new ConnectorService(store.transactions(), store.connectors());
    var rights = new CarrierRights(contracts.agent());
    var emulator =
        new EmulatorService(
            store.transactions(),
            store.connectors(),
            store.connections(),
            store.links(),
            store.crmFields(),
            store.erpFields(),
            store.storedFields(),
            store.rows());
    new Seeding(emulator, contracts.emulator()).seed(options, samples);
    var journal = new Journal(JOURNAL_EXCHANGES);

    List<Class<?>> resources =
        new ArrayList<>(
            List.of(
                ActorLinksApi.class,
                ConnectionsApi.class,
                ConnectorsApi.class,
                DiscoveryApi.class));
    if (access.emulatorControl()) {
      resources.add(EmulatorApi.class);
    }
    var application =
        new ErpSyncApplication(
            limits.bodyBytes(),
            access.authenticator(),
            contracts,
            resources,
            new AbstractBinder() {
              @Override
              protected void configure() {
                bind(new ActorLinksDelegate(links, statuses, rights))
                    .to(ActorLinksApiDelegate.class);
                bind(new ConnectionsDelegate(connections, finder, switches, rights))
                    .to(ConnectionsApiDelegate.class);
                bind(new ConnectorsDelegate(connectors, rights)).to(ConnectorsApiDelegate.class);
                bind(new EmulatorDelegate(emulator, journal, access.sessions(), tls.isPresent()))
                    .to(EmulatorApiDelegate.class);
                bind(new Discovery(contracts.agent(), contracts.discovery())).to(Discovery.class);
                bind(DiscoveryDelegate.class).to(DiscoveryApiDelegate.class);
              }
            },
            options.validation,
            journal);
    try {
      return HttpServer.start(
          options.host,
          options.port,
          tls,
          options.access.allowedHosts,
          limits,
          application.containerErrors(),
          application);
    } catch (IOException e) {
      throw new StartException(
          "cannot listen on %s:%d: %s".formatted(options.host, options.port, e.getMessage()), e);
    }
  }

  private static Optional<Tls> tls(Options options) throws StartException {
    if (options.tlsCert.isPresent() != options.tlsKey.isPresent()) {
      throw new StartException("--tls-cert and --tls-key need each other");
    }
    if (options.tlsCert.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Tls.of(options.tlsCert.orElseThrow(), options.tlsKey.orElseThrow()));
    } catch (TlsFileException e) {
      throw new StartException(String.valueOf(e.getMessage()), e);
    }
  }
}

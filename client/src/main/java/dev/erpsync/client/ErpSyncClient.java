package dev.erpsync.client;

import dev.erpsync.client.api.ActorLinksApi;
import dev.erpsync.client.api.ConnectionsApi;
import dev.erpsync.client.api.ConnectorsApi;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/**
 * The ErpSync agent of one installation. Immutable and thread-safe; one client serves a whole
 * program and keeps its connections open between calls. There is nothing to close: its threads are
 * daemons and end with it.
 *
 * <p>Every call has a form that waits for its answer, and one that does not, with {@code Async}
 * behind its name. What it returns fails with what the other throws; what follows runs in the
 * common pool, so long work belongs elsewhere. To cancel it ends the request, which the server may
 * have carried out all the same; to cancel what was made from it does not.
 *
 * <pre>{@code
 * var connections =
 *     erpSync.connections().getAllConnectionsAsync(new GetAllConnectionsRequest());
 * var connectors = erpSync.connectors().getAllConnectorsAsync();
 * CompletableFuture<String> both =
 *     connections.thenCombine(
 *         connectors, (some, others) -> some.size() + " of " + others.size() + " kinds");
 * }</pre>
 */
public final class ErpSyncClient {
  private final ActorLinksApi actorLinks;
  private final ConnectionsApi connections;
  private final ConnectorsApi connectors;

  ErpSyncClient(Transport transport) {
    this.actorLinks = new ActorLinksApi(transport);
    this.connections = new ConnectionsApi(transport);
    this.connectors = new ConnectorsApi(transport);
  }

  /**
   * Begins the settings of a client.
   *
   * @param installation address under which {@code /api/v1} is found
   * @throws IllegalArgumentException if this is not the address of an HTTP server
   */
  public static ErpSyncClientBuilder builder(URI installation) {
    return new ErpSyncClientBuilder(Objects.requireNonNull(installation, "installation"));
  }

  /** As {@link #builder(URI)}. */
  public static ErpSyncClientBuilder builder(String installation) {
    Objects.requireNonNull(installation, "installation");
    try {
      return builder(new URI(installation));
    } catch (URISyntaxException e) {
      // Neither the message nor the cause: both quote the address, which may hold a password.
      throw new IllegalArgumentException("the address is not a URI: " + e.getReason());
    }
  }

  /**
   * A client whose calls go through a transport of the caller's own, as a test may bring it.
   * Nothing of a builder's settings holds for it.
   */
  public static ErpSyncClient over(Transport transport) {
    return new ErpSyncClient(Objects.requireNonNull(transport, "transport"));
  }

  /** Links between CRM records and ERP actors. */
  public ActorLinksApi actorLinks() {
    return actorLinks;
  }

  /** Connections, each a connector with the configuration of one ERP client. */
  public ConnectionsApi connections() {
    return connections;
  }

  /** Connectors, each the code that speaks to one kind of ERP system. */
  public ConnectorsApi connectors() {
    return connectors;
  }
}

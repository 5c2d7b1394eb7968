package dev.erpsync.client.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.client.ErpSyncClient;
import dev.erpsync.client.ErpSyncException;
import dev.erpsync.client.RequestOptions;
import dev.erpsync.client.StubServer;
import dev.erpsync.client.model.ConnectActorRequest;
import dev.erpsync.client.model.CreateActorLinkRequest;
import dev.erpsync.client.model.CrmActorType;
import dev.erpsync.client.model.ErpActorType;
import dev.erpsync.client.model.ErpConnection;
import dev.erpsync.client.model.GetAllConnectionsRequest;
import dev.erpsync.client.model.GetConnectionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Calls, as Javadoc and README show them. */
class CallsTest {
  private final List<String> said = new ArrayList<>();

  @Test
  void linksACompany() {
    try (var server = StubServer.answering(200, "true")) {
      String address = server.address();
      String user = "tje0";
      String password = "Tje0";
      // example: link
      var erpSync = ErpSyncClient.builder(address).basic(user, password).build();
      var link = new CreateActorLinkRequest().erpConnectionId(444).erpKey("10042");
      link.crmActorType(CrmActorType.CONTACT).crmRecordId(285).erpActorType(ErpActorType.CUSTOMER);
      boolean linked = erpSync.actorLinks().createActorLink(link);
      // end

      assertThat(linked).isTrue();
      assertThat(server.request().body())
          .isEqualTo(
              "{\"ErpConnectionId\":444,\"CrmRecordId\":285,\"CrmActorType\":\"Contact\","
                  + "\"ErpKey\":\"10042\",\"ErpActorType\":\"Customer\"}");
      assertThat(server.request().header("Authorization")).containsExactly("Basic dGplMDpUamUw");
    }
  }

  @Test
  void readsAConnection() {
    try (var server = StubServer.answering(200, "{\"DisplayName\":\"Visma\"}")) {
      readConnection(server.address());

      assertThat(said).containsExactly("Visma");
      assertThat(server.request().uri().getQuery()).isEqualTo("$select=DisplayName,Active");
    }
  }

  @Test
  void readsNothingWhereThereIsNoConnection() {
    try (var server = StubServer.answering(200, "null")) {
      readConnection(server.address());

      assertThat(said).containsExactly("There is no connection 444.");
    }
  }

  @Test
  void printsWhyAReadFails() {
    try (var server =
        StubServer.answering(403, "{\"ErrorType\":\"T\",\"ErrorMessage\":\"No access.\"}")) {
      readConnection(server.address());

      assertThat(said).containsExactly("No access.");
    }
  }

  private void readConnection(String address) {
    String ticket = "7T:abc";
    // example: first steps
    ErpSyncClient erpSync = ErpSyncClient.builder(address).soTicket(ticket).language("en").build();

    try {
      Optional<ErpConnection> connection =
          erpSync
              .connections()
              .getConnection(
                  new GetConnectionRequest().erpConnectionId(444),
                  RequestOptions.none().select("DisplayName", "Active"));
      print(connection.map(ErpConnection::getDisplayName).orElse("There is no connection 444."));
    } catch (ErpSyncException e) {
      e.serviceError().ifPresent(error -> print(error.getErrorMessage()));
    }
    // end
  }

  @Test
  void asksForTwoThingsAtOnce() {
    try (var server = StubServer.answering(200, "[]")) {
      ErpSyncClient erpSync = server.client().build();
      // example: later
      var connections =
          erpSync.connections().getAllConnectionsAsync(new GetAllConnectionsRequest());
      var connectors = erpSync.connectors().getAllConnectorsAsync();
      CompletableFuture<String> both =
          connections.thenCombine(
              connectors, (some, others) -> some.size() + " of " + others.size() + " kinds");
      // end

      assertThat(both.join()).isEqualTo("0 of 0 kinds");
      assertThat(server.received()).hasSize(2);
    }
  }

  @Test
  void tellsWhatIsKnownFromWhatIsNot() {
    try (var server = StubServer.answering(500, "")) {
      ErpSyncClient erpSync = server.client().build();
      var request = new ConnectActorRequest();
      // example: errors
      try {
        erpSync.actorLinks().connectActor(request);
      } catch (ErpSyncException e) {
        if (e.outcomeUnknown()) {
          print("look whether it was done: " + e.getMessage());
        } else if (e.status().orElse(0) == 409) {
          print("linked otherwise: " + e.serviceError().orElseThrow().getErrorMessage());
        } else {
          throw e;
        }
      }
      // end

      assertThat(said)
          .containsExactly(
              "look whether it was done: "
                  + "POST /api/v1/Agents/ErpSync/ConnectActor: 500 without a body");
    }
  }

  private void print(String text) {
    said.add(text);
  }
}

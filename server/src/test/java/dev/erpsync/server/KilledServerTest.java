package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.server.store.jdbc.DatabaseSettings;
import dev.erpsync.server.store.jdbc.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two processes on one database, of which one is killed while both work. */
@Tag("D38")
class KilledServerTest {
  private static final int CALLERS = 8;
  private static final int ENOUGH = 100;
  private static final String STATE =
      """
      {"Connectors":[{"ErpConnectorId":1}],
       "Connections":[{"ErpConnectionId":1,"ErpConnectorId":1,"AllAccess":true}]}""";

  private final DatabaseSettings database = TestPostgres.shared().database();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Set<Integer> asked = ConcurrentHashMap.newKeySet();
  private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger next = new AtomicInteger(1);
  private final AtomicBoolean enough = new AtomicBoolean();

  @Test
  void takesNothingAcknowledgedWithItAndHoldsUpNobody() throws Exception {
    Process killed = server();
    Process other = server();
    try {
      URI first = uri(killed);
      URI second = uri(other);
      assertThat(post(first, "/_emulator/seed", STATE).statusCode()).isEqualTo(204);
      var before = new CountDownLatch(ENOUGH);
      var after = new AtomicInteger();
      Racers.race(
          CALLERS + 1,
          racer -> {
            if (racer == CALLERS) {
              assertThat(before.await(120, TimeUnit.SECONDS)).isTrue();
              killed.destroyForcibly().waitFor();
              after.set(acknowledged.size());
              // Until the other has acknowledged as much again.
              for (int i = 0; acknowledged.size() < after.get() + ENOUGH && i < 1200; i++) {
                Thread.sleep(50);
              }
              enough.set(true);
            } else {
              connectUntilEnough(racer % 2 == 0 ? first : second, before);
            }
            return true;
          });
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(after.get() + ENOUGH);
      // What the killed one was about to do is done, or can be: nothing of it is locked.
      for (int record : asked) {
        if (!acknowledged.contains(record)) {
          assertThat(connect(second, record).statusCode()).isEqualTo(204);
        }
      }
      JsonNode state = new ObjectMapper().readTree(get(second, "/_emulator/state").body());
      for (String list : List.of("ActorLinks", "CrmFieldValues")) {
        assertThat(state.path(list))
            .extracting(stored -> stored.path("CrmRecordId").intValue())
            .containsExactlyInAnyOrderElementsOf(asked);
      }
    } finally {
      killed.destroyForcibly();
      other.destroyForcibly();
    }
  }

  private void connectUntilEnough(URI server, CountDownLatch before) throws InterruptedException {
    try {
      while (!enough.get()) {
        int record = next.getAndIncrement();
        asked.add(record);
        if (connect(server, record).statusCode() == 204) {
          acknowledged.add(record);
          before.countDown();
        }
      }
    } catch (IOException e) {
      // Killed; the counts tell when it was the other.
    }
  }

  private HttpResponse<String> connect(URI server, int record)
      throws IOException, InterruptedException {
    return post(
        server,
        "/api/v1/Agents/ErpSync/ConnectActor",
        """
        {"ErpConnectionId":1,"CrmRecordId":%1$d,"CrmActorType":"Contact","ErpKey":"%1$d","ErpActorType":"Customer",
         "FieldValues":[{"CrmFieldKey":"f","Value":"%1$d","SyncToCrm":true}]}"""
            .formatted(record));
  }

  private Process server() throws IOException {
    return CommandLineTest.start(
        Map.of("ERPSYNC_DATABASE_PASSWORD", database.password().orElseThrow()),
        "--port=0",
        "--database=" + database.url(),
        "--database-user=" + database.user().orElseThrow());
  }

  private static URI uri(Process server) throws IOException {
    String line = String.valueOf(server.inputReader().readLine());
    assertThat(line).startsWith("erpsync listening on ");
    return URI.create(line.substring(line.lastIndexOf(' ') + 1));
  }

  private HttpResponse<String> post(URI server, String path, String json)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpResponse<String> get(URI server, String path)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(server.resolve(path)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(
        request
            .header("Authorization", RunningServer.AUTHORIZATION)
            .timeout(Duration.ofSeconds(60))
            .build(),
        BodyHandlers.ofString());
  }
}

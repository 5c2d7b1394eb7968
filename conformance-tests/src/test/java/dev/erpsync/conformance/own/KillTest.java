package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server has acknowledged is there after it was killed. */
@Tag("D38")
class KillTest {
  private static final int CALLERS = 8;
  private static final int ENOUGH = 200;
  private static final Contract CONTRACT = Contract.erpSync();

  private final Sample sample =
      Sample.all().stream()
          .filter(s -> s.operation().equals("CreateActorLink"))
          .findFirst()
          .orElseThrow();
  private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();

  @TempDir Path data;

  @Test
  void everyAcknowledgedLinkSurvivesAKill() throws Exception {
    try (ServerJar server = ServerJar.start(data)) {
      control(server).replace(sample.given());
      createUntilKilled(server);
    }
    try (ServerJar server = ServerJar.start(data)) {
      Set<Integer> found = ConcurrentHashMap.newKeySet();
      for (JsonNode link : control(server).state().path("ActorLinks")) {
        found.add(link.path("CrmRecordId").intValue());
      }
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
      assertThat(found).containsAll(acknowledged);
    }
  }

  private void createUntilKilled(ServerJar server) throws InterruptedException {
    Sender sender = new HttpSender(server.baseUrl());
    var next = new AtomicInteger(1000);
    var enough = new CountDownLatch(ENOUGH);
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    for (int i = 0; i < CALLERS; i++) {
      callers.execute(
          () -> {
            try {
              while (true) {
                int record = next.getAndIncrement();
                if (sender.send(create(record)).text().equals("true")) {
                  acknowledged.add(record);
                  enough.countDown();
                }
              }
            } catch (IOException e) {
              // The server is gone; the latch tells when it went too early.
            }
          });
    }
    assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
    server.kill();
    callers.shutdown();
    assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
  }

  private Request create(int record) {
    ObjectNode body = new ObjectMapper().valueToTree(sample.request().body().orElseThrow());
    body.put("CrmRecordId", record).put("ErpKey", "key " + record);
    String path = CONTRACT.operation(sample.operation()).orElseThrow().path();
    return Request.json("POST", path, "", sample.request().headers(), body);
  }

  private StateControl control(ServerJar server) throws IOException {
    String authorization = sample.request().headers().getOrDefault("Authorization", "");
    return StateControl.of(new HttpSender(server.baseUrl()), authorization).orElseThrow();
  }
}

package dev.erpsync.client.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.client.Attempt;
import dev.erpsync.client.Call;
import dev.erpsync.client.ErpSyncClient;
import dev.erpsync.client.Interceptor;
import dev.erpsync.client.Retries;
import dev.erpsync.client.StubServer;
import dev.erpsync.client.model.GetAllConnectionsRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Settings of a client, as Javadoc and README show them. */
class SettingsTest {
  private final List<String> timers = new ArrayList<>();

  @Test
  void triesAgainUntilItIsDone() {
    var asked = new AtomicInteger();
    try (var server =
        StubServer.doing(
            (exchange, request) ->
                StubServer.reply(exchange, asked.incrementAndGet() < 5 ? 503 : 200, "[]"))) {
      String address = server.address();
      // example: retries
      ErpSyncClient patient =
          ErpSyncClient.builder(address)
              .timeout(Duration.ofMinutes(2))
              .retries(Retries.standard().attempts(5).attemptTimeout(Duration.ofSeconds(20)))
              .build();
      // end

      assertThat(patient.connections().getAllConnections(new GetAllConnectionsRequest())).isEmpty();
      assertThat(server.received()).hasSize(5);
    }
  }

  @Test
  void seesAndChangesEveryAttempt() {
    try (var server = StubServer.answering(200, "[]")) {
      String address = server.address();
      // example: interceptor
      ErpSyncClient traced =
          ErpSyncClient.builder(address)
              .interceptor(
                  new Interceptor() {
                    @Override
                    public Call before(Call call) {
                      return call.options(call.options().header("traceparent", traceparent()));
                    }

                    @Override
                    public void after(Attempt attempt) {
                      record(attempt.call().operation(), attempt.took());
                    }
                  })
              .build();
      // end
      traced.connectors().getAllConnectors();

      assertThat(server.request().header("traceparent")).containsExactly("00-1-2-01");
      assertThat(timers).containsExactly("GetAllConnectors");
    }
  }

  private static String traceparent() {
    return "00-1-2-01";
  }

  private void record(String operation, Duration took) {
    assertThat(took).isPositive();
    timers.add(operation);
  }
}

package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.client.model.ErpConnection;
import dev.erpsync.client.model.SaveConnectionRequest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

  @Test
  void manyThreadsShareOneClientAndEachGetsItsOwnAnswer() throws Exception {
    var threads = Executors.newFixedThreadPool(16);
    try (var server =
        StubServer.doing(
            (exchange, request) ->
                StubServer.reply(
                    exchange,
                    200,
                    Json.MAPPER.readTree(request.body()).path("Connection").toString()))) {
      var client = server.client().build();
      List<Callable<ErpConnection>> calls =
          IntStream.range(0, 320)
              .<Callable<ErpConnection>>mapToObj(
                  i -> () -> client.connections().saveConnection(request(i)))
              .toList();
      List<Future<ErpConnection>> answers = threads.invokeAll(calls);

      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(request(i).getConnection());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static SaveConnectionRequest request(int i) {
    return new SaveConnectionRequest()
        .connection(new ErpConnection().erpConnectionId(i).displayName("connection " + i));
  }
}

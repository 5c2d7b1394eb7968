package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is answered while the store cannot be used. */
class StoreOutageTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @Test
  @Tag("D39")
  void whileSomebodyElseHoldsTheFileItIs503AndLaterItWorksAgain() throws Exception {
    String request = "{\"ErpConnectionId\":1,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\"}";
    Path file = SERVER.data().resolve("erpsync.db");
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      other.createStatement().execute("begin immediate");
      HttpResponse<String> answer = SERVER.call("BreakActorLink", request);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(answer.body())
          .isEqualTo(
              """
              {"Error":true,"ErrorType":"SoException","Message":"%1$s","ErrorMessage":"%1$s","ErrorSource":"erpsync"}"""
                  .formatted("The store is not available; nothing was done."));
      // A balancer asks for this: a server without its store is there, and says so itself.
      assertThat(SERVER.send(SERVER.request("/api").GET()).statusCode()).isEqualTo(200);
    }
    assertThat(SERVER.call("BreakActorLink", request).body()).isEqualTo("false");
  }
}

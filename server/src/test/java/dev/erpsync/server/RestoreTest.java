package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The command restore on a directory whose server goes on. */
@Tag("D41")
class RestoreTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String LINK =
      """
      {"ErpConnectionId":510,"CrmActorType":"Contact","CrmRecordId":%d,"ErpActorType":"Customer","ErpKey":"%d"}""";

  @TempDir Path folder;

  private Path backup;

  @BeforeEach
  void aConnectionWithALinkIsBackedUp() throws Exception {
    SERVER.seed(
        "{\"Connectors\":[{\"ErpConnectorId\":1}],\"Connections\":[{\"ErpConnectionId\":510,"
            + "\"ErpConnectorId\":1,\"AllAccess\":true}]}");
    assertThat(link(1).body()).isEqualTo("true");
    backup = folder.resolve("backup.db");
    BackupTest.succeeds("backup", "--data=" + SERVER.data(), "--to=" + backup);
  }

  @Test
  void theServerGoesOnWithWhatWasRestored() throws Exception {
    String state = SERVER.state();
    assertThat(link(2).body()).isEqualTo("true");
    assertThat(SERVER.state()).isNotEqualTo(state);

    restore();
    assertThat(SERVER.state()).isEqualTo(state);
    assertThat(link(2).body()).isEqualTo("true");
    assertThat(SERVER.state()).isNotEqualTo(state);
    restore();
    assertThat(SERVER.state()).isEqualTo(state);
    assertThat(SERVER.data()).isDirectoryNotContaining("glob:**restored*");
  }

  @Test
  void callersMeanwhileAreAnsweredAsAlways() throws Exception {
    Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    acknowledged.add(1);
    var stop = new AtomicBoolean();
    var others = new ConcurrentLinkedQueue<String>();
    ExecutorService callers = Executors.newFixedThreadPool(4);
    IntStream.range(0, 4)
        .forEach(
            caller ->
                callers.execute(
                    () -> {
                      for (int record = 10 + caller; !stop.get() && record < 20_000; record += 4) {
                        HttpResponse<String> answer = link(record);
                        if (answer.statusCode() == 200 && answer.body().equals("true")) {
                          acknowledged.add(record);
                        } else if (answer.statusCode() != 503
                            || answer.headers().firstValue("Retry-After").isEmpty()) {
                          others.add(answer.statusCode() + " " + answer.body());
                        }
                      }
                    }));
    try {
      for (int i = 0; i < 3; i++) {
        restore();
      }
    } finally {
      stop.set(true);
      callers.shutdown();
      assertThat(callers.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(others).isEmpty();
    assertThat(records()).contains(1).isSubsetOf(acknowledged).hasSizeLessThan(acknowledged.size());
    assertThat(link(20_000).body()).isEqualTo("true");
    assertThat(records()).contains(20_000);
  }

  @Test
  void aStoreOfAnotherVersionIsNotReplacedUnderItsServer() throws Exception {
    String state = SERVER.state();
    try (Connection store = store()) {
      store.createStatement().execute("create table kept as select * from flyway_schema_history");
      store.createStatement().execute("delete from flyway_schema_history");
    }
    try {
      BackupTest.fails(
          "cannot restore " + backup + ": a server of another version holds the store",
          "restore",
          "--data=" + SERVER.data(),
          "--from=" + backup);
      assertThat(SERVER.state()).isEqualTo(state);
    } finally {
      try (Connection store = store()) {
        store.createStatement().execute("insert into flyway_schema_history select * from kept");
        store.createStatement().execute("drop table kept");
      }
    }
  }

  private void restore() throws Exception {
    BackupTest.succeeds("restore", "--data=" + SERVER.data(), "--from=" + backup);
  }

  private static HttpResponse<String> link(int record) {
    return SERVER.call("CreateActorLink", LINK.formatted(record, record));
  }

  private static List<Integer> records() throws Exception {
    return new com.fasterxml.jackson.databind.ObjectMapper()
        .readTree(SERVER.state()).path("ActorLinks").findValues("CrmRecordId").stream()
            .map(id -> id.intValue())
            .toList();
  }

  private static Connection store() throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + SERVER.data().resolve("erpsync.db"));
  }
}

package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmulatorTest extends EmulatorOnAStore {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @Override
  RunningServer server() {
    return SERVER;
  }

  @Test
  void aStateIsAsLargeAsAnAnswerMayBeAndNoLarger() throws SQLException {
    addValues(1, 100_000);
    HttpResponse<String> answer = SERVER.send(SERVER.request("/_emulator/state").GET());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().split("\"CrmRecordId\"", -1)).hasSize(1 + 100_000);

    addValues(100_001, 100_001);
    answer = SERVER.send(SERVER.request("/_emulator/state").GET());
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .isEqualTo(
            "{\"Error\":true,\"ErrorType\":\"SoIllegalOperationException\",\"Message\":\"%1$s\",\"ErrorMessage\":\"%1$s\",\"ErrorSource\":\"erpsync\"}"
                .formatted(
                    "The store holds 100001 records, and a state 100000 at most; the command backup"
                        + " copies all of them."));
  }

  private static void addValues(int first, int last) throws SQLException {
    try (Connection store =
            DriverManager.getConnection("jdbc:sqlite:" + SERVER.data().resolve("erpsync.db"));
        var insert =
            store.prepareStatement(
                """
                with recursive ids(id) as
                  (select ? union all select id + 1 from ids where id < ?)
                insert into crm_field_value (crm_actor_type, record_id, crm_field_key, value)
                select 'Contact', id, 'f', 'v' from ids""")) {
      insert.setInt(1, first);
      insert.setInt(2, last);
      insert.executeUpdate();
    }
  }
}

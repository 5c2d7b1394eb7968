package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.store.jdbc.DatabaseSettings;
import dev.erpsync.server.store.jdbc.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server on PostgreSQL, as a process. */
@Tag("D40")
class ServerOnPostgresTest {
  private final DatabaseSettings database = TestPostgres.shared().database();

  @TempDir Path folder;

  @Test
  void takesThePasswordFromEverywhereAndTellsItNobody() throws Exception {
    TestPostgres.shared().user(name(), "s3cret");
    Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
    start(Map.of(), "--database-password-file=" + file);
    start(Map.of("ERPSYNC_DATABASE_PASSWORD", "s3cret"));
    start(Map.of("ERPSYNC_DATABASE_PASSWORD_FILE", file.toString()), "--seed-samples");
    start(Map.of(), "--database-password=s3cret");
    assertThat(folder.resolve("data")).doesNotExist();

    Process refused =
        CommandLineTest.start(
            Map.of("ERPSYNC_DATABASE_PASSWORD", "n0tIt"), options().toArray(String[]::new));
    assertThat(refused.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(CommandLineTest.err(refused))
        .startsWith("erpsync-server: cannot open the store in " + database.url() + ": FATAL")
        .containsOnlyOnce("\n")
        .doesNotContain("n0tIt");
  }

  private void start(Map<String, String> environment, String... more) throws Exception {
    List<String> options = new ArrayList<>(options());
    options.addAll(List.of(more));
    Process server = CommandLineTest.start(environment, options.toArray(String[]::new));
    assertThat(server.inputReader().readLine()).startsWith("erpsync listening on ");
    CommandLineTest.terminate(server);
    assertThat(CommandLineTest.err(server)).isEmpty();
    assertThat(server.exitValue()).isZero();
  }

  private List<String> options() {
    return List.of(
        "--port=0",
        "--data=" + folder.resolve("data"),
        "--database=" + database.url(),
        "--database-user=" + name());
  }

  private String name() {
    return database.url().replaceFirst(".*/", "");
  }
}

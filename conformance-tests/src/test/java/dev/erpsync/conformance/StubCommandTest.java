package dev.erpsync.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command, as its users run it. */
class StubCommandTest {
  static final String ONE_CALLED =
      """
      CALL  BreakActorLink / 000 / client  as documented
      PASS  BreakActorLink / 000 / client  (exact)
      SKIP  CanDeleteErpSyncConnectorEntity / 000 / client  not called
      SKIP  ConnectActor / 000 / client  not called
      """;

  private static final int OTHERS = Sample.all().size() - 1;

  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void saysInTheEndWhichSamplesWereCalled() throws Exception {
    try (var stub = KitProcess.start("stub", "--port", "0")) {
      assertThat(stub.firstLine()).matches("erpsync stub listening on http://127\\.0\\.0\\.1:\\d+");
      call(stub, "473");
      assertThat(stub.stop())
          .startsWith(ONE_CALLED)
          .endsWith("not called\n1 passed, 0 failed, %d skipped\n".formatted(OTHERS));
      assertThat(stub.exitStatus()).isZero();
    }
  }

  @Test
  void reportsWhatIsWrongWithoutCredentialsAndEndsWithOne() throws Exception {
    try (var stub = KitProcess.start("stub", "--port", "0", "--report", folder.toString())) {
      call(stub, "474");
      assertThat(stub.stop())
          .contains(
              """
              CALL  BreakActorLink / 000 / client  /CrmRecordId: expected 473, found 474
              FAIL  BreakActorLink / 000 / client  (exact)
                    /CrmRecordId: expected 473, found 474
              """)
          .endsWith("0 passed, 1 failed, %d skipped\n".formatted(OTHERS));
      assertThat(stub.exitStatus()).isEqualTo(1);
    }
    for (String file : List.of("stub.json", "stub.xml", "stub.html")) {
      assertThat(Files.readString(folder.resolve(file)))
          .contains("/CrmRecordId", "Authorization: ***")
          .doesNotContain("dGplMDpUamUw");
    }
  }

  @Test
  void aSampleThatIsNotCalledFailsOnlyWhenAllAreWanted() throws Exception {
    try (var stub = KitProcess.start("stub", "--port", "0", "--all")) {
      call(stub, "473");
      assertThat(stub.stop()).endsWith("1 passed, 0 failed, %d skipped\n".formatted(OTHERS));
      assertThat(stub.exitStatus()).isEqualTo(1);
    }
  }

  @Test
  void endsWithTwoWhenNothingWasCalled() throws Exception {
    try (var stub = KitProcess.start("stub", "--port", "0")) {
      assertThat(stub.stop()).contains("erpsync-conformance: nothing was called\n");
      assertThat(stub.exitStatus()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', Missing required option: '--port=N'",
    "--port=-1, --port must be between 0 and 65535",
    "--port=0 --encoding=yaml, Invalid value for option '--encoding'",
    "--port=0 --host=no.such.host.invalid, 'cannot listen on no.such.host.invalid, port 0: no such host'",
    "--port=0 --report=pom.xml, cannot write the report to pom.xml",
    "--port=0 --target=x, Unknown option: '--target=x'"
  })
  void saysInOneLineWhatIsWrongWithItsUse(String options, String reason) {
    int status =
        Main.commandLine()
            .setErr(new PrintWriter(err))
            .execute(("stub " + options).strip().split(" ", -1));
    assertThat(status).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("erpsync-conformance: " + reason)
        .containsOnlyOnce(System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PORT", "HOST", "REPORT", "ENCODING"})
  void takesEveryOptionWithAValueFromTheEnvironmentToo(String name) {
    assertThat(new CommandLine(new StubCommand()).getUsageMessage()).contains("(ERPSYNC_" + name);
  }

  private static void call(KitProcess stub, String record) throws IOException {
    Sample sample = Sample.all().get(0);
    String body = sample.request().body().orElseThrow().toString().replace("473", record);
    Request request =
        Request.json(
            "POST",
            Contract.erpSync().operation(sample.operation()).orElseThrow().path(),
            "",
            Map.copyOf(sample.request().headers()),
            sample.request().body().orElseThrow());
    new HttpSender(stub.uri()).send(request.with(Content.of(body)));
  }
}

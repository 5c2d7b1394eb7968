package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.erpsync.conformance.cases.CaseList;
import dev.erpsync.conformance.cases.CaseReplay;
import dev.erpsync.conformance.cases.Secrets;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.scenario.ScenarioReplay;
import dev.erpsync.conformance.server.TargetServer;
import dev.erpsync.conformance.state.StateAccess;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** On a strict server that knows users and apps all is shown that other servers of ours cannot. */
@Tag("D16")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardedConformanceTest {
  private static final String ADMINISTRATOR = "anna:anna's";

  private @Nullable TargetServer server;
  private @Nullable CaseReplay replay;
  private @Nullable ScenarioReplay scenarios;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    String users = folder.resolve("users.json").toString();
    ServerJar.command(
        "anna's\n", "user", "add", "--users", users, "--name", "anna", "--administrator");
    ServerJar.command("bo's\n", "user", "add", "--users", users, "--name", "bo");
    String ticket = ServerJar.command("", "user", "ticket", "--users", users, "--name", "anna");
    String token = ServerJar.command("", "user", "token", "--users", users, "--name", "anna");
    String app = ServerJar.command("", "app", "add", "--users", users, "--name", "ours");
    String other =
        ServerJar.command(
            "", "app", "add", "--users", users, "--name", "theirs", "--erp-sync=false");
    server = ServerJar.start(folder.resolve("data"), "--users", users, "--validation", "strict");
    var sender = new HttpSender(server.baseUrl());
    var secrets =
        secrets(Optional.of(app), Map.of("ticket", ticket, "token", token, "other", other));
    String authorization = secrets.authorization().orElseThrow();
    Map<String, String> cookies = session(sender, authorization);
    var signedIn =
        new Secrets(
            secrets.user(),
            secrets.limited(),
            secrets.ticket(),
            secrets.token(),
            Optional.ofNullable(cookies.get("ASP.NET_SessionId")),
            Optional.ofNullable(cookies.get("XSRF-TOKEN")),
            secrets.appToken(),
            secrets.otherAppToken());
    Optional<StateControl> control = StateControl.of(sender, authorization);
    assertThat(control).isPresent();
    replay = new CaseReplay(Contract.erpSync(), signedIn.sender(sender), control, signedIn, true);
    scenarios =
        new ScenarioReplay(
            Contract.erpSync(),
            signedIn.sender(sender),
            StateAccess.by(control),
            signedIn,
            true,
            Optional.empty());
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCaseOfAccess() {
    return Case.all().stream()
        .filter(each -> each.topic().equals("access"))
        .map(each -> test(each, Encoding.JSON));
  }

  @TestFactory
  Stream<DynamicTest> everyCaseThatNeedsMoreInTheOtherEncodings() {
    List<Case> cases = Split.guarded(Case.all());
    return Stream.of(Encoding.values())
        .flatMap(
            encoding ->
                CaseList.in(encoding, cases).stream()
                    .filter(each -> encoding != Encoding.JSON || !each.topic().equals("access"))
                    .map(each -> test(each, encoding)));
  }

  @TestFactory
  Stream<DynamicTest> everyScenarioThatNeedsMore() {
    return Stream.of(Encoding.values())
        .flatMap(
            encoding ->
                ScenarioReplay.in(encoding, Split.guardedScenarios()).stream()
                    .map(
                        each ->
                            dynamicTest(
                                ScenarioReplay.name(each, encoding), () -> play(each, encoding))));
  }

  private void play(Scenario scenario, Encoding encoding) {
    assertThat(scenarios).isNotNull();
    assertThat(scenarios.replay(scenario, encoding)).isInstanceOf(Verdict.Passed.class);
  }

  private DynamicTest test(Case each, Encoding encoding) {
    String name = CaseList.name(each, encoding);
    return dynamicTest(
        name,
        () ->
            assertThat(replay().replay(each, encoding.wire(), name))
                .isInstanceOf(Verdict.Passed.class));
  }

  private CaseReplay replay() {
    if (replay == null) {
      throw new IllegalStateException("the server was not started");
    }
    return replay;
  }

  private static Secrets secrets(Optional<String> app, Map<String, String> others) {
    return new Secrets(
        Optional.of(ADMINISTRATOR),
        Optional.of("bo:bo's"),
        Optional.ofNullable(others.get("ticket")),
        Optional.ofNullable(others.get("token")),
        Optional.empty(),
        Optional.empty(),
        app,
        Optional.ofNullable(others.get("other")));
  }

  private static Map<String, String> session(Sender sender, String authorization)
      throws IOException {
    String path = Contract.emulator().operation("Session").orElseThrow().path();
    List<String> cookies =
        sender
            .send(
                new Request(
                    "POST", path, "", Map.of("Authorization", authorization), Optional.empty()))
            .header("Set-Cookie");
    return cookies.stream()
        .map(cookie -> cookie.split(";", 2)[0].split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}

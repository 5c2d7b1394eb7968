package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.junit.ErpSyncConformance;
import dev.erpsync.conformance.pages.PageFolderException;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import dev.erpsync.spec.Scenario;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What anybody's build gets of the kit: run by JUnit itself. */
class ErpSyncConformanceTest {
  @RegisterExtension static final HonestJar SERVER = new HonestJar();

  private static final String STATE =
      "{\"Connectors\":[{\"ErpConnectorId\":7,\"DisplayName\":\"mine\"}]}";

  private static ErpSyncConformance checked = ErpSyncConformance.at(URI.create("http://none"));

  /** As the README shows it, but for what is checked. */
  static class Example {
    @TestFactory
    Stream<DynamicNode> conforms() {
      return checked.tests();
    }
  }

  @TempDir Path folder;

  @Test
  void testsEverySampleOfAServerThatConforms() {
    checked = ErpSyncConformance.at(SERVER.baseUrl());
    Map<String, TestExecutionResult> results = run();
    assertThat(results.keySet())
        .containsExactlyElementsOf(
            Sample.all().stream()
                .map(s -> "%s / %s / server / json".formatted(s.operation(), s.variant()))
                .toList());
    assertThat(results.values())
        .extracting(TestExecutionResult::getStatus)
        .containsOnly(TestExecutionResult.Status.SUCCESSFUL);
  }

  @Test
  void failsWithTheDifferencesOfAServerThatDoesNot() throws IOException {
    try (var liar = new LyingHttp(Pretender.only("CreateActorLink", "true"), SERVER.honest())) {
      checked =
          ErpSyncConformance.at(liar.baseUrl())
              .encodings(Encoding.XML)
              .scenario(Path.of("..", "spec", "scenarios", "links.yaml"));
      Map<String, TestExecutionResult> results = run();
      assertThat(results)
          .hasSize(
              Sample.all().size()
                  + (int) Scenario.all().stream().filter(s -> s.topic().equals("links")).count());
      assertThat(message(results, "CreateActorLink / 000 / server / xml"))
          .startsWith("CreateActorLink / 000 / server / xml\n")
          .contains("\nbody: expected ");
      assertThat(message(results, "Scenario / A broken link can be made again / server / xml"))
          .contains("\nstep 1, CreateActorLink: ");
      assertThat(results.get("BreakActorLink / 000 / server / xml").getStatus())
          .isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
    }
  }

  @Test
  void abortsWithTheReasonWhatShowsNothing() throws IOException {
    Path mine = folder.resolve("mine.yaml");
    Files.writeString(
        mine,
        """
        An app is refused:
          because: It has no grant.
          steps:
            - { call: BreakActorLink, credentials: otherApp, expect: { status: 403 } }
        """);
    checked = ErpSyncConformance.at(SERVER.baseUrl()).scenario(mine);
    TestExecutionResult result = run().get("Scenario / An app is refused / server / json");
    assertThat(result.getStatus()).isEqualTo(TestExecutionResult.Status.ABORTED);
    assertThat(result.getThrowable().orElseThrow()).hasMessage("--other-app-token is not given");
  }

  @Test
  void groupsByOperationAndTakesEveryOption() {
    try (Stream<DynamicNode> tests =
        ErpSyncConformance.at(SERVER.baseUrl())
            .encodings(Encoding.JSON, Encoding.XML, Encoding.FORM)
            .cases()
            .scenarios()
            .scenario(Path.of("..", "spec", "scenarios", "races.yaml"))
            .matrix()
            .throttling()
            .connector(1)
            .limitedUser("bo", "b")
            .ticket("7T:a")
            .token("8A:a")
            .session("a", "b")
            .otherAppToken("c")
            .tests()) {
      Map<String, Long> sizes = new LinkedHashMap<>();
      tests.forEach(
          node ->
              sizes.put(node.getDisplayName(), ((DynamicContainer) node).getChildren().count()));
      assertThat(sizes.keySet())
          .containsAll(Contract.erpSync().operations().stream().map(Operation::id).toList())
          .contains("Scenario", "HTTP", "Versions");
      assertThat(sizes.get("Scenario")).isGreaterThan(3L * Scenario.all().size() - 10);
      assertThat(sizes.get("BreakActorLink")).isGreaterThan(100);
    }
  }

  @Test
  void putsTheStateBackAlsoWhenItIsClosedEarly() throws Throwable {
    StateControl control = SERVER.control();
    JsonNode mine = new ObjectMapper().readTree(STATE);
    control.replace(mine);
    JsonNode before = control.state();
    Stream<DynamicNode> tests = ErpSyncConformance.at(SERVER.baseUrl()).tests();
    List<DynamicTest> left = new ArrayList<>();
    try (tests) {
      tests.forEach(
          node -> ((DynamicContainer) node).getChildren().forEach(n -> left.add((DynamicTest) n)));
      left.remove(0).getExecutable().execute();
      assertThat(control.state()).isNotEqualTo(before);
    }
    assertThat(control.state()).isEqualTo(before);
    assertThatThrownBy(() -> left.get(0).getExecutable().execute())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was closed before");
    assertThat(control.state()).isEqualTo(before);
  }

  @Test
  void saysThatAServerHasNoControl() throws IOException {
    Pretender bare =
        (request, honest) ->
            request.path().startsWith("/_emulator")
                ? new Response(404, Map.of(), "")
                : honest.send(request);
    try (var target = new LyingHttp(bare, SERVER.honest())) {
      checked = ErpSyncConformance.at(target.baseUrl());
      assertThat(run().get("emulator control").getThrowable().orElseThrow())
          .hasMessage(
              "The server has no emulator control: the state of documented exchanges is made by the"
                  + " operations, and removed again.");
    }
  }

  /** An address that is reserved for documentation: a connection to it would not fail at once. */
  @Test
  void sendsNothingToAServerElsewhereUnlessThatIsAllowed() {
    ErpSyncConformance elsewhere = ErpSyncConformance.at(URI.create("http://192.0.2.1:8080"));
    assertThatThrownBy(elsewhere::tests)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "http://192.0.2.1:8080 is not a loopback address, and replay would write to it: it makes connectors,")
        .hasMessageEndingWith("Use allowWrites() to permit this");
  }

  /** An address of this machine on which no server listens: the run begins, and ends there. */
  @Test
  void callsAServerElsewhereWhenThatIsAllowed() throws IOException {
    Optional<String> address = ownAddress();
    assumeTrue(address.isPresent(), "this machine has no address but loopback");
    URI url = URI.create("http://%s:9".formatted(address.orElseThrow()));
    // An option that is added later keeps the permission.
    ErpSyncConformance allowed = ErpSyncConformance.at(url).allowWrites().user("a", "b");
    assertThatThrownBy(allowed::tests)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(url + " does not answer");
  }

  private static Optional<String> ownAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(each -> !each.isLoopbackAddress() && each.getAddress().length == 4)
        .map(InetAddress::getHostAddress)
        .findFirst();
  }

  @Test
  void saysWhatIsWrongWithItsUse() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ErpSyncConformance.at(URI.create("ftp://example.com")))
        .withMessage("the base URL must begin with http:// or https://");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ErpSyncConformance.at(SERVER.baseUrl()).user("a:b", "c"))
        .withMessage("the name of a user holds no colon");
    ErpSyncConformance good = ErpSyncConformance.at(SERVER.baseUrl());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> good.scenario(folder.resolve("none.yaml")))
        .withMessageEndingWith("there is no such file");
    assertThatThrownBy(() -> good.pages(folder).tests()).isInstanceOf(PageFolderException.class);
    assertThatThrownBy(() -> good.user("nobody", "neverTold").tests())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("401")
        .hasMessageNotContaining("neverTold");
    assertThatThrownBy(() -> ErpSyncConformance.at(URI.create("http://127.0.0.1:9")).tests())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("http://127.0.0.1:9 does not answer");
  }

  private static String message(Map<String, TestExecutionResult> results, String name) {
    Throwable thrown = results.get(name).getThrowable().orElseThrow();
    assertThat(thrown).isInstanceOf(AssertionError.class);
    return String.valueOf(thrown.getMessage());
  }

  /** The tests that JUnit ran, by name, in their order. */
  private static Map<String, TestExecutionResult> run() {
    Map<String, TestExecutionResult> results = new LinkedHashMap<>();
    var request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(Example.class));
    LauncherFactory.create()
        .execute(
            request.build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                  results.put(test.getDisplayName(), result);
                } else {
                  assertThat(result.getThrowable()).isEmpty();
                }
              }
            });
    return results;
  }
}

package dev.erpsync.conformance.own;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program that uses the client as a module, with nothing beside it but the jars that the README
 * lists, compiled and run by this JDK and by every other that is installed beside it.
 */
class ModulePathTest {
  private static final Pattern LISTED =
      Pattern.compile("^\\| `[^:`]+:([^`]+)` \\| (\\S+) \\| (\\d+) \\|$", Pattern.MULTILINE);
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  private static final String MODULE =
      """
      module consumer {
        requires dev.erpsync.client;
      }
      """;
  private static final String PROGRAM =
      """
      package consumer;

      import dev.erpsync.client.Call;
      import dev.erpsync.client.ErpSyncClient;
      import dev.erpsync.client.Interceptor;
      import dev.erpsync.client.model.GetAllConnectionsRequest;

      class Main implements Interceptor {
        public static void main(String[] arguments) {
          ErpSyncClient client =
              ErpSyncClient.builder(arguments[0])
                  .basic("tje0", "Tje0")
                  .interceptor(new Main())
                  .build();
          int found = client.connections().getAllConnections(new GetAllConnectionsRequest()).size();
          int later = client.connectors().getAllConnectorsAsync().join().size();
          System.out.println(ErpSyncClient.class.getModule() + ": " + (found + later));
        }

        @Override
        public Call before(Call call) {
          System.out.println(call.operation() + " " + call.options().headers().get("User-Agent"));
          return call;
        }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest(name = "Java {0}")
  @MethodSource("jdks")
  void worksAsAModule(int version, Path jdk) throws Exception {
    Path sources = Files.createDirectories(folder.resolve("consumer"));
    Files.writeString(folder.resolve("module-info.java"), MODULE);
    Files.writeString(sources.resolve("Main.java"), PROGRAM);
    String jars =
        String.join(File.pathSeparator, modulePath().stream().map(Path::toString).toList());
    String classes = folder.resolve("classes").toString();

    assertThat(
            run(
                jdk.resolve("bin/javac"),
                "-Xlint:all",
                "-Werror",
                "--module-path",
                jars,
                "-d",
                classes,
                folder.resolve("module-info.java").toString(),
                sources.resolve("Main.java").toString()))
        .isEmpty();
    try (var server = ServerJar.start(folder.resolve("data"))) {
      assertThat(
              run(
                  jdk.resolve("bin/java"),
                  "--module-path",
                  jars + File.pathSeparator + classes,
                  "--module",
                  "consumer/consumer.Main",
                  server.baseUrl().toString()))
          .matches(
              "GetAllConnections erpsync-client/\\d\\S+\\s+GetAllConnectors erpsync-client/\\d\\S+\\s+"
                  + "module dev\\.erpsync\\.client: 0");
    }
  }

  /** This one, and those of other versions in the folder where it is. */
  static Stream<Arguments> jdks() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    Map<Integer, Path> homes = new TreeMap<>();
    try (var beside = Files.list(own.getParent())) {
      for (Path home : beside.sorted().toList()) {
        version(home).filter(v -> v >= 17).ifPresent(v -> homes.putIfAbsent(v, home));
      }
    }
    homes.put(Runtime.version().feature(), own);
    return homes.entrySet().stream().map(home -> Arguments.of(home.getKey(), home.getValue()));
  }

  private static Optional<Integer> version(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/javac"))) {
      return Optional.empty();
    }
    Matcher found = VERSION.matcher(Files.readString(release));
    return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
  }

  /** The client's jar, and those of the README's table, which has their sizes too. */
  private static List<Path> modulePath() throws IOException {
    List<Path> jars = new ArrayList<>();
    jars.add(onTheClassPath("erpsync-client-"));
    Matcher row = LISTED.matcher(Files.readString(Path.of("..", "client", "README.md")));
    while (row.find()) {
      Path jar = onTheClassPath(row.group(1) + "-" + row.group(2) + ".jar");
      assertThat(Math.round(Files.size(jar) / 1000.0)).as(jar.toString()).hasToString(row.group(3));
      jars.add(jar);
    }
    assertThat(jars).hasSize(5);
    return jars;
  }

  private static Path onTheClassPath(String name) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(jar -> String.valueOf(jar.getFileName()).startsWith(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not on the class path: " + name));
  }

  private static String run(Path command, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(command.toString()));
    all.addAll(List.of(arguments));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    process.waitFor();
    return said;
  }
}

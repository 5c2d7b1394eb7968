package dev.erpsync.conformance.bench.hostile;

import dev.erpsync.conformance.bench.load.EmbeddedStore;
import dev.erpsync.conformance.bench.load.PostgresServer;
import dev.erpsync.conformance.bench.load.ServerProcess;
import dev.erpsync.conformance.bench.load.Store;
import dev.erpsync.conformance.bench.load.StoredState;
import dev.erpsync.conformance.bench.load.Workplace;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server of its own for one attack. */
final class Target implements AutoCloseable {
  static final String ADMINISTRATOR = "first";
  static final String USER = "second";
  static final String PASSWORD = "correct horse battery staple";
  private static final Duration END = Duration.ofSeconds(15);

  private final Workplace workplace;
  private final Jdk jdk;
  private final Path jar;
  private final Launch launch;
  private final Optional<PostgresServer> postgres;
  private final Store store;
  private final Path users;
  private ServerProcess server;

  private Target(Workplace workplace, Jdk jdk, Path jar, Launch launch) throws Exception {
    this.workplace = workplace;
    this.jdk = jdk;
    this.jar = jar;
    this.launch = launch;
    if (launch.limit() == Launch.Limit.DISK) {
      Namespace.require(workplace.place("probe").toString());
    }
    postgres = launch.postgres() ? Optional.of(new PostgresServer(workplace)) : Optional.empty();
    store = postgres.isPresent() ? postgres.get().database() : EmbeddedStore.in(workplace);
    users = workplace.place("users").resolve("users.json");
    if (launch.users()) {
      addUser(ADMINISTRATOR, "--administrator");
      addUser(USER, "--administrator");
    }
    server = started();
  }

  /** Starts a server with one connection that anybody may use. */
  static Target start(Workplace workplace, Jdk jdk, Path jar, Launch launch) throws Exception {
    var target = new Target(workplace, jdk, jar, launch);
    try {
      byte[] state = StoredState.withConnections(1).getBytes(StandardCharsets.UTF_8);
      Response seeded =
          target.call(
              Requests.post("/_emulator/seed", Requests.JSON, state, target.authorization()));
      if (seeded.status() != 204) {
        throw new IOException("not seeded: " + seeded.status() + " " + seeded.text());
      }
    } catch (IOException e) {
      target.close();
      throw e;
    }
    return target;
  }

  private ServerProcess started() throws Exception {
    List<String> command = new ArrayList<>(jdk.java(jar));
    command.addAll(List.of("--port", "0"));
    command.addAll(store.options());
    command.addAll(launch.options());
    if (launch.users()) {
      command.addAll(List.of("--users", users.toString(), "--emulator-control"));
    }
    return ServerProcess.start(workplace, launch.around(command, data().toString()));
  }

  /** Starts the server again on the same store, after it has ended. */
  void restart() throws Exception {
    server = started();
  }

  ServerProcess server() {
    return server;
  }

  URI uri() {
    return server.uri();
  }

  PostgresServer postgres() {
    return postgres.orElseThrow();
  }

  /** A header with the credentials of an administrator. */
  String authorization() {
    return launch.users() ? Requests.basic(ADMINISTRATOR, PASSWORD) : Requests.documented();
  }

  /** The data directory. */
  Path data() {
    return store instanceof EmbeddedStore embedded ? embedded.data() : users.getParent();
  }

  /** A new folder. */
  Path place(String name) throws IOException {
    return workplace.place(name);
  }

  Wire wire() throws IOException {
    return new Wire(uri());
  }

  /** Sends a request on a new connection. */
  Response call(byte[] request) throws IOException {
    try (Wire wire = wire()) {
      return wire.exchange(request);
    }
  }

  /** Whether a new connection gets a response, whatever it says. */
  boolean responds(String from, Duration patience) {
    try (Wire wire = new Wire(uri(), from, patience)) {
      return wire.exchange(Requests.call(authorization())).status() > 0;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** Seconds until a new connection is served, or the patience when it is not. */
  double newcomerSeconds(String from, String authorization, Duration patience) {
    long begun = System.nanoTime();
    try (Wire wire = new Wire(uri(), from, patience)) {
      int status = wire.exchange(Requests.call(authorization)).status();
      return status == 200 ? (System.nanoTime() - begun) / 1e9 : patience.toSeconds();
    } catch (IOException e) {
      return patience.toSeconds();
    }
  }

  /** Adds a user to the users file with the server's own command. */
  void addUser(String name, String... options) throws Exception {
    List<String> command = new ArrayList<>(jdk.java(jar));
    command.addAll(List.of("user", "add", "--users", users.toString(), "--name", name));
    command.addAll(List.of(options));
    Ended ended = run(command, PASSWORD + "\n");
    if (ended.status() != 0) {
      throw new IOException("no user was added: " + ended.text());
    }
  }

  /**
   * How a command ended.
   *
   * @param status exit status; -1 when it had to be ended
   * @param text what it wrote, to both outputs
   */
  record Ended(int status, String text) {}

  /** Starts another server process that is expected to end by itself. */
  Ended startAnother(List<String> before, String... options) throws Exception {
    List<String> command = new ArrayList<>(before);
    command.addAll(jdk.java(jar));
    command.addAll(List.of("--port", "0"));
    command.addAll(List.of(options));
    return run(command, "");
  }

  private Ended run(List<String> command, String input) throws Exception {
    Path out = workplace.place("out").resolve("text");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ERPSYNC_"));
    Process process = builder.start();
    workplace.owns(process);
    try (var to = process.getOutputStream()) {
      to.write(input.getBytes(StandardCharsets.UTF_8));
    }
    boolean ended = process.waitFor(END.toSeconds(), TimeUnit.SECONDS);
    process.destroyForcibly().waitFor();
    workplace.released(process);
    return new Ended(ended ? process.exitValue() : -1, Files.readString(out));
  }

  /** Processor time of the server so far. */
  double cpuSeconds() {
    return server.process().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  long heapMebibytes() throws Exception {
    return jdk.heapMebibytes(server.process().pid());
  }

  /** Ends the server by force; how it ends by itself is an attack of its own. */
  @Override
  public void close() throws Exception {
    server.kill();
    if (postgres.isPresent()) {
      postgres.get().close();
    }
  }
}

package dev.erpsync.conformance.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** This project's server as its users run it: the jar, in a process of its own. */
public final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Workplace workplace;
  private final Process process;
  private final Path log;
  private final URI uri;
  private final Duration startUp;

  private ServerProcess(Workplace workplace, Process process, Path log, URI uri, Duration startUp) {
    this.workplace = workplace;
    this.process = process;
    this.log = log;
    this.uri = uri;
    this.startUp = startUp;
  }

  /** Starts the jar on a free port, and returns when it answers. */
  public static ServerProcess start(Workplace workplace, Path jar, Store store, String... jvm)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(jvm));
    command.addAll(List.of("-jar", jar.toString(), "--port", "0"));
    command.addAll(store.options());
    return start(workplace, command);
  }

  /** Runs a command that starts the jar, and returns when the server listens. */
  public static ServerProcess start(Workplace workplace, List<String> command) throws Exception {
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("ERPSYNC_"));
    // A log a server: what it says while it is killed or cut off would fill the screen.
    Path log = workplace.place("server").resolve("log");
    builder.redirectError(log.toFile());
    long begun = System.nanoTime();
    Process process = builder.start();
    workplace.owns(process);
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = String.valueOf(out.readLine());
    if (!line.startsWith("erpsync listening on ")) {
      throw new IllegalStateException("the server did not start: " + Files.readString(log));
    }
    return new ServerProcess(
        workplace,
        process,
        log,
        URI.create(line.substring(line.lastIndexOf(' ') + 1)),
        Duration.ofNanos(System.nanoTime() - begun));
  }

  /** The process itself. */
  public Process process() {
    return process;
  }

  /** The file with everything that the server has logged. */
  public Path log() {
    return log;
  }

  /** Root of the server. */
  public URI uri() {
    return uri;
  }

  public Line line() throws IOException {
    return new Line(uri, PATIENCE);
  }

  /** From the start of the process until it said that it listens. */
  public Duration startUp() {
    return startUp;
  }

  /** Processor time that it has used so far. */
  public Duration used() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** Memory that is in use now, or was at the most; in MiB. */
  public long residentMebibytes(boolean most) throws IOException {
    String field = most ? "VmHWM:" : "VmRSS:";
    try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
      String line = lines.filter(l -> l.startsWith(field)).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
    }
  }

  /** Adds a state, in the form of the emulator control. */
  public void seed(String state) throws Exception {
    var request = request("/_emulator/seed").header("Content-Type", "application/json");
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(request.POST(BodyPublishers.ofString(state)).build(), BodyHandlers.ofString());
    if (answer.statusCode() != 204) {
      throw new IllegalStateException("not seeded: " + answer.statusCode() + " " + answer.body());
    }
  }

  /** Everything stored, in the form of the emulator control. */
  public InputStream state() throws Exception {
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient()
            .send(request("/_emulator/state").GET().build(), BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("no state: " + answer.statusCode());
    }
    return answer.body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri.resolve(path))
        .version(HttpClient.Version.HTTP_1_1)
        .timeout(PATIENCE)
        .header("Accept", "application/json")
        .header("Authorization", Line.AUTHORIZATION);
  }

  /** Ends the process at once; what the system has in its page cache stays, as after a crash. */
  public void kill() throws Exception {
    process.destroyForcibly();
    await();
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    await();
  }

  private void await() throws Exception {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the server does not stop");
    }
    workplace.released(process);
  }
}

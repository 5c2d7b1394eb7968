package dev.erpsync.conformance.bench;

import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** What a whole call costs a server in processor time, over HTTP and one call after the other. */
final class WholeCall implements AutoCloseable {
  private static final int WARM_UP_CALLS = 10_000;
  private static final int CALLS = 3_000;
  private static final int ROUNDS = 5;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process server;
  private final URI uri;
  private final Path folder;

  private WholeCall(Process server, URI uri, Path folder) {
    this.server = server;
    this.uri = uri;
    this.folder = folder;
  }

  static WholeCall on(Path jar) throws IOException {
    Path folder = Files.createTempDirectory("erpsync-benchmark");
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "--port",
                "0",
                "--seed-samples",
                "--data",
                folder.resolve("data").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
    String line = String.valueOf(out.readLine());
    return new WholeCall(server, URI.create(line.substring(line.lastIndexOf(' ') + 1)), folder);
  }

  /** Microseconds of the server's processor time for a call: the median of some rounds. */
  double processorMicros(String operation) throws Exception {
    Sample sample = RequestCheckBenchmark.sample(operation);
    HttpRequest request = request(operation, sample);
    call(request, WARM_UP_CALLS);
    double[] rounds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      Duration before = used();
      call(request, CALLS);
      rounds[round] = used().minus(before).toNanos() / 1e3 / CALLS;
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }

  private HttpRequest request(String operation, Sample sample) {
    String path = Contract.erpSync().operation(operation).orElseThrow().path();
    var request = HttpRequest.newBuilder(uri.resolve(path));
    sample.request().headers().forEach(request::header);
    return request
        .POST(BodyPublishers.ofString(sample.request().body().orElseThrow().toString()))
        .build();
  }

  private void call(HttpRequest request, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalStateException("status " + status);
      }
    }
  }

  private Duration used() {
    return server.info().totalCpuDuration().orElseThrow();
  }

  @Override
  public void close() throws Exception {
    server.toHandle().destroy();
    server.waitFor();
    try (var files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(java.io.File::delete);
    }
  }
}

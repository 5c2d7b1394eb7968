package dev.erpsync.conformance;

import com.sun.net.httpserver.HttpHandler;
import dev.erpsync.conformance.report.ReportFile;
import dev.erpsync.conformance.report.Results;
import dev.erpsync.conformance.serve.ErrorAnswers;
import dev.erpsync.conformance.serve.LocalServer;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command listens, and where it reports to. */
final class ServeOptions {
  private static final int MAX_PORT = 65535;

  @Option(
      names = "--port",
      required = true,
      paramLabel = "N",
      description = "port to listen on, 0 for any free one (ERPSYNC_PORT)")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "interface to listen on (ERPSYNC_HOST, ${DEFAULT-VALUE})")
  private String host = "";

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "write a page, a file as JUnit does and one in JSON into this folder at the end (ERPSYNC_REPORT)")
  private @Nullable Path report;

  /**
   * Makes the folder of the report, so that it does not turn out at the end that it cannot be made.
   *
   * @throws StopRunException when the options cannot be used
   */
  void prepare() throws StopRunException {
    if (port < 0 || port > MAX_PORT) {
      throw new StopRunException("--port must be between 0 and " + MAX_PORT);
    }
    try {
      if (report != null) {
        Files.createDirectories(report);
      }
    } catch (IOException e) {
      throw new StopRunException("cannot write the report to %s: %s".formatted(report, e));
    }
  }

  /**
   * Starts to serve.
   *
   * @throws StopRunException when the address cannot be used
   */
  LocalServer start(HttpHandler handler) throws StopRunException {
    var errors = new ErrorAnswers(Contract.erpSync());
    HttpHandler refusal =
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "1");
          errors.send(exchange, 503, "SoException", "This is about to stop.");
        };
    try {
      return LocalServer.start(host, port, handler, refusal);
    } catch (IOException e) {
      throw new StopRunException(
          "cannot listen on %s, port %d: %s".formatted(host, port, e.getMessage()));
    }
  }

  /**
   * Writes the report, if one is wanted.
   *
   * @param command stem of the files' names
   */
  void report(Results results, String command) throws StopRunException {
    try {
      if (report != null) {
        ReportFile.writeAll(report, results, command);
      }
    } catch (IOException e) {
      throw new StopRunException("cannot write the report to %s: %s".formatted(report, e));
    }
  }
}

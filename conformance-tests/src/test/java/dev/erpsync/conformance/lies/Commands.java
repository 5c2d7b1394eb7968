package dev.erpsync.conformance.lies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How each tool is run on one operation, and how its complaints are read. */
final class Commands {
  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

  /** It compares headers as texts, and takes from a contract only the media type. */
  private static final String DREDD_HOOKS =
      """
      require('hooks').beforeEach((transaction, done) => {
        if (transaction.expected.headers['Content-Type']) {
          transaction.expected.headers['Content-Type'] = 'application/json;charset=utf-8';
        }
        done();
      });
      """;

  private Commands() {}

  static Set<String> dredd(Tool tool, Path contract, String url) throws IOException {
    Path hooks = Files.writeString(contract.resolveSibling("hooks.js"), DREDD_HOOKS);
    String said =
        tool.run(
            CommandPeer.quiet(),
            List.of(
                "node",
                tool.folder().resolve("node_modules/dredd/bin/dredd").toString(),
                contract.toString(),
                url,
                "--hookfiles=" + hooks,
                "--loglevel=error"));
    Set<String> complaints = new TreeSet<>();
    COLOUR
        .matcher(said)
        .replaceAll("")
        .lines()
        .map(String::strip)
        .map(line -> line.replaceFirst("^(fail|error): ", ""))
        .filter(line -> line.matches("(headers|body|statusCode): .+|Error.*|.*ECONN.*|.*hang up.*"))
        .forEach(complaints::add);
    return complaints;
  }

  static Set<String> schemathesis(Tool tool, Path contract, String url) throws IOException {
    Path report = contract.resolveSibling("schemathesis.ndjson");
    Files.deleteIfExists(report);
    tool.run(
        CommandPeer.quiet(),
        List.of(
            tool.folder().resolve("bin/schemathesis").toString(),
            "run",
            contract.toString(),
            "--url",
            url,
            "--phases",
            "examples",
            "--checks",
            "all",
            "--continue-on-failure",
            "--no-color",
            "--report",
            "ndjson",
            "--report-ndjson-path",
            report.toString()));
    Set<String> complaints = new TreeSet<>();
    for (String line : Files.readAllLines(report)) {
      JsonNode event = new ObjectMapper().readTree(line);
      for (JsonNode checks : event.at("/ScenarioFinished/recorder/checks")) {
        for (JsonNode check : checks) {
          if (!check.path("status").asText().equals("success")) {
            JsonNode failure = check.at("/failure_info/failure");
            complaints.add(
                failure.path("title").asText() + ": " + failure.path("message").asText());
          }
        }
      }
      JsonNode error = event.path("NonFatalError");
      if (!error.isMissingNode()) {
        complaints.add(error.at("/info/title").asText());
      }
    }
    return complaints;
  }

  static Set<String> specmatic(Tool tool, Path contract, String url) throws IOException {
    String said =
        tool.run(
            CommandPeer.quiet(),
            List.of(
                "java",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                tool.folder().resolve("node_modules/specmatic/specmatic.jar").toString(),
                "test",
                contract.toString(),
                "--testBaseURL=" + url));
    Set<String> complaints = new TreeSet<>();
    int begin = said.indexOf("Unsuccessful Scenarios:");
    if (begin >= 0) {
      said.substring(begin)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.matches("(Tests run|Executed at|Specmatic).*"))
          .forEach(complaints::add);
    }
    return complaints;
  }
}

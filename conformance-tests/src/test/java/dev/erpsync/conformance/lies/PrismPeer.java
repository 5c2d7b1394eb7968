package dev.erpsync.conformance.lies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prism as a checking proxy between kit and lying proxy. It sees the very exchanges that the kit
 * makes, and tells what it thinks of them in a header.
 */
final class PrismPeer implements Peer {
  private static final Pattern LISTENING = Pattern.compile("listening on (http://[0-9.]+:[0-9]+)");
  private static final String AGENT = "/api/v1/Agents/";

  private final Tool tool;
  private final Process process;
  private final Trial trial;
  private final Set<String> complaints = new TreeSet<>();

  /**
   * Starts it.
   *
   * @param contract what it checks by
   */
  PrismPeer(Tool tool, Path contract, LyingProxy proxy) throws IOException {
    this.tool = tool;
    String cli =
        tool.folder().resolve("node_modules/@stoplight/prism-cli/dist/index.js").toString();
    process =
        new ProcessBuilder(
                List.of(
                    "node",
                    cli,
                    "proxy",
                    contract.toString(),
                    proxy.baseUrl().toString(),
                    "--host",
                    "127.0.0.1",
                    "--port",
                    "0"))
            .redirectErrorStream(true)
            .start();
    Sender through = new HttpSender(URI.create(address(process)));
    Sender direct = new HttpSender(proxy.baseUrl());
    trial =
        new Trial(
            proxy,
            request ->
                request.path().startsWith(AGENT) ? heard(through, request) : direct.send(request));
  }

  @Override
  public String name() {
    return tool.toString();
  }

  /** Neither discovery nor the state is in its contract, and no client sends raw bytes. */
  @Override
  public boolean isTold(Lie lie) {
    return !lie.last().isRefusal()
        && lie.change().on().isEmpty()
        && !lie.theme().equals("discovery")
        && !lie.theme().equals("state");
  }

  @Override
  public Set<String> complaints(Lie lie, Teller teller) throws IOException {
    complaints.clear();
    trial.replay(lie, teller);
    return Set.copyOf(complaints);
  }

  @Override
  public Teller teller(Lie lie) {
    return Teller.of(lie);
  }

  @Override
  public void close() {
    process.destroy();
  }

  private Response heard(Sender prism, Request request) throws IOException {
    try {
      Response answer = prism.send(request);
      for (String header : answer.header("sl-violations")) {
        for (JsonNode violation : new ObjectMapper().readTree(header)) {
          complaints.add(violation.path("location") + " " + violation.path("message").asText());
        }
      }
      if (answer.contentType().filter(type -> type.contains("problem+json")).isPresent()) {
        complaints.add(answer.text());
      }
      return answer;
    } catch (IOException e) {
      complaints.add("no answer");
      throw e;
    }
  }

  /** Reads on in the background: a full pipe would stop it. */
  private static String address(Process process) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher found = LISTENING.matcher(line);
      if (found.find()) {
        var rest = new Thread(() -> out.lines().forEach(ignored -> {}));
        rest.setDaemon(true);
        rest.start();
        return found.group(1);
      }
    }
    throw new IOException("Prism did not start");
  }
}

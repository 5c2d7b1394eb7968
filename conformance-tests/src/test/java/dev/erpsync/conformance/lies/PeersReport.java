package dev.erpsync.conformance.lies;

import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.server.TargetServer;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Tells the same lies to the kit and to tools that are not ours, and says who found what. */
public final class PeersReport {
  private final Map<Lie, Map<String, String>> found = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>(List.of("kit"));

  private PeersReport() {}

  /**
   * Takes about three minutes for the kit and Prism, and some seconds a lie for each other.
   *
   * @param server an honest one whose state can be set; left running
   * @param scripts the folder that installs the tools
   * @param contract the contract in one file
   * @param tools names of tools
   * @param progress is told what is done, a line each
   */
  public static PeersReport of(
      TargetServer server,
      Path scripts,
      Path contract,
      List<String> tools,
      Consumer<String> progress)
      throws IOException {
    var report = new PeersReport();
    try (var proxy = new LyingProxy(server.baseUrl())) {
      var trial = new Trial(proxy);
      for (Lie lie : Lies.all()) {
        report.put(lie, "kit", trial.tell(lie).found());
      }
      progress.accept("kit");
      for (String name : tools) {
        Tool tool = Tool.install(scripts, name);
        try (Peer peer = peer(tool, contract, proxy, control(server))) {
          report.ask(peer);
        }
        progress.accept(tool.toString());
      }
    }
    return report;
  }

  private static StateControl control(TargetServer server) throws IOException {
    String user = Sample.all().get(0).request().headers().getOrDefault("Authorization", "");
    return StateControl.of(new HttpSender(server.baseUrl()), user).orElseThrow();
  }

  private static Peer peer(Tool tool, Path contract, LyingProxy proxy, StateControl control)
      throws IOException {
    return switch (tool.name()) {
      case "prism" -> new PrismPeer(tool, contract, proxy);
      case "dredd" -> new CommandPeer(tool, proxy, control, Commands::dredd);
      case "schemathesis" -> new CommandPeer(tool, proxy, control, Commands::schemathesis);
      case "specmatic" -> new CommandPeer(tool, proxy, control, Commands::specmatic);
      default -> throw new IllegalArgumentException(tool.name());
    };
  }

  private void ask(Peer peer) throws IOException {
    names.add(peer.name());
    Map<List<Told>, Set<String>> honest = new HashMap<>();
    for (Lie lie : Lies.all()) {
      if (peer.isTold(lie)) {
        Set<String> always = honest.get(lie.told());
        if (always == null) {
          always = peer.complaints(lie, Teller.honest());
          honest.put(lie.told(), always);
        }
        put(lie, peer.name(), !always.containsAll(peer.complaints(lie, peer.teller(lie))));
      }
    }
  }

  private void put(Lie lie, String name, boolean isFound) {
    found
        .computeIfAbsent(lie, any -> new LinkedHashMap<>())
        .put(name, isFound ? "found" : "missed");
  }

  /**
   * Writes the page.
   *
   * @param circumstances when and on what it was made
   */
  public void write(Path page, String circumstances) throws IOException {
    Files.writeString(page, PeersPage.of(found, names, circumstances));
  }
}

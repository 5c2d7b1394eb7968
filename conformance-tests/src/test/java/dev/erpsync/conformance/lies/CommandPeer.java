package dev.erpsync.conformance.lies;

import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** A tool that makes the calls itself, from the examples of a contract: a process for each lie. */
final class CommandPeer implements Peer {
  private final Tool tool;
  private final LyingProxy proxy;
  private final StateControl control;
  private final Path folder;
  private final Command command;

  /** How it is run, and what it prints. */
  interface Command {
    /**
     * Runs it.
     *
     * @param contract of one operation
     * @param url of what it has to check
     * @return its complaints
     */
    Set<String> complaints(Tool tool, Path contract, String url) throws IOException;
  }

  /**
   * @param control of the honest server, for the state in which the documented answer is true
   */
  CommandPeer(Tool tool, LyingProxy proxy, StateControl control, Command command)
      throws IOException {
    this.tool = tool;
    this.proxy = proxy;
    this.control = control;
    this.command = command;
    this.folder = Files.createDirectories(tool.folder().resolveSibling("lies"));
  }

  @Override
  public String name() {
    return tool.toString();
  }

  /** It makes single calls in JSON, as they are documented. */
  @Override
  public boolean isTold(Lie lie) {
    return lie.told().size() == 1
        && lie.last().encoding().equals("json")
        && Find.sample(lie.last()).isPresent()
        && lie.change().on().isEmpty()
        && lie.change().state().isMissingNode();
  }

  @Override
  public Set<String> complaints(Lie lie, Teller teller) throws IOException {
    Sample sample = Find.sample(lie.last()).orElseThrow();
    control.put(sample.given());
    Path contract = PeerContract.write(folder, sample);
    teller.begin();
    proxy.tell(teller);
    try {
      return command.complaints(tool, contract, proxy.baseUrl().toString());
    } catch (Tool.EndlessException e) {
      return Set.of("it does not end");
    } finally {
      proxy.tell(Teller.honest());
    }
  }

  @Override
  public Teller teller(Lie lie) {
    return Teller.everyTime(lie);
  }

  @Override
  public void close() {
    // Each process has ended.
  }

  /** Nothing that a tool reads from its surroundings. */
  static Map<String, String> quiet() {
    return Map.of("NO_COLOR", "1", "NODE_NO_WARNINGS", "1");
  }
}

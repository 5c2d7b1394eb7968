package dev.erpsync.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.erpsync.conformance.cases.CaseExchange;
import dev.erpsync.conformance.cases.MissingSecretException;
import dev.erpsync.conformance.cases.Secrets;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Echo;
import dev.erpsync.conformance.replay.Effects;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.state.ControlException;
import dev.erpsync.conformance.state.ExistingIdException;
import dev.erpsync.conformance.state.NotMadeException;
import dev.erpsync.conformance.state.StateAccess;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Scenario;
import dev.erpsync.spec.Step;
import dev.erpsync.spec.Variables;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plays scenarios on one target. Not thread-safe. */
public final class ScenarioReplay {
  private final CaseExchange exchange;
  private final Effects effects;
  private final Optional<StateControl> control;
  private final StateAccess access;
  private final Optional<Integer> connector;

  /**
   * A replay on one target.
   *
   * @param access how the target's state is set
   * @param secrets who can be played
   * @param throttling whether to call until the target slows the caller down
   * @param connector a connector that the target has, for when its state cannot be set
   */
  public ScenarioReplay(
      Contract contract,
      Sender sender,
      StateAccess access,
      Secrets secrets,
      boolean throttling,
      Optional<Integer> connector) {
    this.exchange = new CaseExchange(contract, sender, secrets, throttling);
    this.effects = new Effects(contract, sender);
    this.control = access.control();
    this.access = access;
    this.connector = connector;
  }

  /** The scenarios that say something in an encoding. */
  public static List<Scenario> in(Encoding encoding, List<Scenario> scenarios) {
    return scenarios.stream()
        .filter(each -> encoding == Encoding.JSON || each.isIndependentOfEncoding())
        .toList();
  }

  /** The name under which a scenario is reported. */
  public static String name(Scenario scenario, Encoding encoding) {
    return "Scenario / %s / server / %s".formatted(scenario.name(), encoding);
  }

  /**
   * Plays one scenario up to the first step that fails, and then its last steps. Where the state
   * can be set, what the target stored before is lost; see {@link
   * dev.erpsync.conformance.state.StateGuard}.
   */
  public Verdict replay(Scenario scenario, Encoding encoding) {
    String name = name(scenario, encoding);
    Optional<String> obstacle = obstacle(scenario);
    if (obstacle.isPresent()) {
      return new Verdict.Skipped(name, obstacle.get());
    }
    Depth depth = control.isPresent() ? Depth.EXACT : Depth.STEPS;
    try {
      var run = new ScenarioRun(exchange, effects, encoding.wire(), access);
      Outcome outcome = run.play(scenario, begin(scenario));
      return outcome.spared().isPresent() && outcome.differences().isEmpty()
          ? new Verdict.Skipped(name, outcome.spared().get())
          : Verdict.of(name, depth, outcome.differences());
    } catch (ControlException e) {
      String found = String.valueOf(e.getMessage());
      var difference = new Difference("emulator control", "the state of the scenario", found);
      return new Verdict.Failed(name, depth, List.of(difference));
    }
  }

  /** What is there before the first step. */
  private Variables begin(Scenario scenario) throws ControlException {
    if (control.isPresent()) {
      control.get().replace(scenario.given());
    }
    JsonNode there =
        control.isPresent() || connector.isEmpty()
            ? scenario.connector()
            : IntNode.valueOf(connector.get());
    return Variables.none()
        .with(Variables.CONNECTOR, there)
        .with(Variables.CALLER, IntNode.valueOf(1))
        .with(Variables.UNIQUE, TextNode.valueOf(UUID.randomUUID().toString()));
  }

  /** Why nothing may be made; empty when it may. */
  private Optional<String> unusable() {
    if (access.inserts().isEmpty()) {
      return Optional.of("the state is not known, and it is not known what the server has");
    }
    try {
      access.inserts().get().requireUsable();
      return Optional.empty();
    } catch (NotMadeException | ExistingIdException e) {
      return Optional.of("it could change what the server has: " + e.getMessage());
    }
  }

  /** Why a scenario shows nothing of this target; empty when it does. */
  private Optional<String> obstacle(Scenario scenario) {
    if (control.isEmpty() && !scenario.needsOneConnectorOnly()) {
      return Optional.of("the state is not known");
    }
    if (control.isEmpty() && connector.isEmpty()) {
      return Optional.of("the state is not known, and --connector is not given");
    }
    boolean saves = scenario.every().anyMatch(step -> Echo.saved(step.operation()).isPresent());
    if (control.isEmpty() && saves) {
      Optional<String> unusable = unusable();
      if (unusable.isPresent()) {
        return unusable;
      }
    }
    for (Step step : scenario.every().toList()) {
      try {
        exchange.require(step.caller());
      } catch (MissingSecretException e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    }
    return Optional.empty();
  }
}

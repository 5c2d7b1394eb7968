package dev.erpsync.conformance.junit;

import dev.erpsync.conformance.BaseUrl;
import dev.erpsync.conformance.cases.Secrets;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.run.Exchanges;
import dev.erpsync.conformance.run.Kind;
import dev.erpsync.conformance.run.Plan;
import dev.erpsync.conformance.run.Wish;
import dev.erpsync.conformance.run.Writes;
import dev.erpsync.conformance.scenario.ScenarioFile;
import dev.erpsync.conformance.yaml.YamlFileException;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Scenario;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * Checks a server of the ErpSync agent from JUnit 5, as {@code replay} does on the command line:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> conforms() {
 *   return ErpSyncConformance.at(URI.create("http://127.0.0.1:8080")).tests();
 * }
 * }</pre>
 *
 * <p>Every method but {@link #tests()} gives another instance with one more option. Immutable and
 * thread-safe.
 */
public final class ErpSyncConformance {
  private final Wish wish;
  private final List<Path> pages;
  private final boolean allowWrites;

  private ErpSyncConformance(Wish wish, List<Path> pages, boolean allowWrites) {
    this.wish = wish;
    this.pages = pages;
    this.allowWrites = allowWrites;
  }

  /**
   * The documented samples, in JSON, with the documented credentials.
   *
   * @param baseUrl root of the server; may have a path
   * @throws IllegalArgumentException if no path can be put behind it
   */
  public static ErpSyncConformance at(URI baseUrl) {
    Optional<String> fault = BaseUrl.fault(baseUrl);
    if (fault.isPresent()) {
      throw new IllegalArgumentException("the base URL " + fault.get());
    }
    var json = List.of(Encoding.JSON);
    return new ErpSyncConformance(
        new Wish(baseUrl, json, Set.of(), List.of(), Secrets.NONE, Optional.empty()),
        List.of(),
        false);
  }

  /** How bodies are written; {@code --encoding}. */
  public ErpSyncConformance encodings(Encoding first, Encoding... others) {
    List<Encoding> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(others));
    return with(wish.in(all.stream().distinct().toList()));
  }

  /** Also the cases beyond the documents, and what HTTP itself refuses; {@code --cases}. */
  public ErpSyncConformance cases() {
    return and(Kind.CASES, Kind.REFUSALS);
  }

  /** Also the cases, without what HTTP itself refuses; {@code --cases --behind-proxy}. */
  public ErpSyncConformance casesBehindProxy() {
    return and(Kind.CASES);
  }

  /** Also the scenarios of the contract; {@code --scenarios}. */
  public ErpSyncConformance scenarios() {
    return and(Kind.SCENARIOS);
  }

  /**
   * Also the scenarios of a file; {@code --scenario}.
   *
   * @throws IllegalArgumentException if the file cannot be used; says why
   */
  public ErpSyncConformance scenario(Path file) {
    List<Scenario> own = new ArrayList<>(wish.own());
    try {
      own.addAll(ScenarioFile.read(file));
    } catch (YamlFileException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return with(wish.playing(own));
  }

  /** A connector that the server has, when its state cannot be set; {@code --connector}. */
  public ErpSyncConformance connector(int id) {
    return with(wish.on(id));
  }

  /** Also every pair of media types; {@code --matrix}. */
  public ErpSyncConformance matrix() {
    return and(Kind.MATRIX);
  }

  /** Guess passwords until the server slows the caller down; {@code --throttling}. */
  public ErpSyncConformance throttling() {
    return and(Kind.THROTTLING);
  }

  /**
   * The exchanges of the vendor's pages in a folder, not those of the contract; {@code --pages}.
   */
  public ErpSyncConformance pages(Path folder) {
    List<Path> more = new ArrayList<>(pages);
    more.add(folder);
    return new ErpSyncConformance(wish, List.copyOf(more), allowWrites);
  }

  /** Also write to a server that is not on a loopback address; {@code --allow-writes}. */
  public ErpSyncConformance allowWrites() {
    return new ErpSyncConformance(wish, pages, true);
  }

  /**
   * Who calls, in the place of the documented user; {@code --user}.
   *
   * @throws IllegalArgumentException if the name holds a colon, which Basic cannot say
   */
  public ErpSyncConformance user(String name, String password) {
    return as(wish.secrets().withUser(pair(name, password)));
  }

  /** Who may sign in, and not use the samples' connections; {@code --limited-user}. */
  public ErpSyncConformance limitedUser(String name, String password) {
    return as(wish.secrets().withLimited(pair(name, password)));
  }

  /** For what is asked with SoTicket; {@code --ticket}. */
  public ErpSyncConformance ticket(String ticket) {
    return as(wish.secrets().withTicket(ticket));
  }

  /** For what is asked with Bearer; {@code --token}. */
  public ErpSyncConformance token(String token) {
    return as(wish.secrets().withToken(token));
  }

  /** For what is asked in a session; {@code --session} and {@code --xsrf}. */
  public ErpSyncConformance session(String cookie, String xsrf) {
    return as(wish.secrets().withSession(cookie, xsrf));
  }

  /** Of an app that may use the agent, sent with every call; {@code --app-token}. */
  public ErpSyncConformance appToken(String secret) {
    return as(wish.secrets().withAppToken(secret));
  }

  /** Of an app that may not use the agent; {@code --other-app-token}. */
  public ErpSyncConformance otherAppToken(String secret) {
    return as(wish.secrets().withOtherAppToken(secret));
  }

  /**
   * Looks at the server, and makes a test of each exchange and each scenario, by operation. A test
   * fails with the differences, and is aborted with the reason where the exchange shows nothing of
   * this server. What an emulator control stores is replaced meanwhile, and put back when the
   * stream is closed, which JUnit does. The tests are for one thread, and to be run before that.
   *
   * @throws IllegalStateException if the server does not respond, or rejects the credentials, or is
   *     not on a loopback address and {@link #allowWrites} does not permit to write to it; then
   *     nothing is sent
   * @throws dev.erpsync.conformance.pages.PageFolderException when a folder has no pages
   */
  public Stream<DynamicNode> tests() {
    Contract contract = Contract.erpSync();
    Exchanges exchanges = Exchanges.of(contract, pages);
    Plan plan = wish.plan(contract, exchanges);
    if (!allowWrites) {
      Writes.warning(contract, plan, "allowWrites()")
          .ifPresent(
              warning -> {
                throw new IllegalStateException(warning);
              });
    }
    return DynamicRun.begin(contract, plan, exchanges.unusable());
  }

  private static String pair(String name, String password) {
    if (name.contains(":")) {
      throw new IllegalArgumentException("the name of a user holds no colon");
    }
    return name + ":" + password;
  }

  private ErpSyncConformance as(Secrets secrets) {
    return with(wish.as(secrets));
  }

  private ErpSyncConformance and(Kind... kinds) {
    Set<Kind> all = new TreeSet<>(wish.kinds());
    all.addAll(List.of(kinds));
    return with(wish.of(Set.copyOf(all)));
  }

  private ErpSyncConformance with(Wish other) {
    return new ErpSyncConformance(other, pages, allowWrites);
  }
}

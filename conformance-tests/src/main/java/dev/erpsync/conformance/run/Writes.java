package dev.erpsync.conformance.run;

import dev.erpsync.conformance.recording.RecordedExchange;
import dev.erpsync.spec.Contract;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the kit writes to a server, for servers that are not on this machine. */
public final class Writes {
  private static final String USUAL =
      "it makes connectors, connections and links, sets field values of CRM records, removes what it made,"
          + " and replaces everything that an emulator control stores until it ends";

  private Writes() {}

  /**
   * Why a plan must not run without permission; empty when its target is on this machine.
   *
   * @param permission what the user has to add to permit it
   */
  public static Optional<String> warning(Contract contract, Plan plan, String permission) {
    String what = plan.recorded().isEmpty() ? USUAL : recorded(contract, plan);
    return warning(plan.baseUrl(), what, permission);
  }

  /** The same for putting a state back. */
  public static Optional<String> warningOfRestore(URI baseUrl, String permission) {
    return warning(baseUrl, "it replaces everything that an emulator control stores", permission);
  }

  private static Optional<String> warning(URI baseUrl, String what, String permission) {
    return isLoopback(baseUrl)
        ? Optional.empty()
        : Optional.of(
            "%s is not a loopback address, and replay would write to it: %s. Use %s to permit this"
                .formatted(baseUrl, what, permission));
  }

  /** An unknown host counts as loopback: the run ends by itself, as no server responds. */
  private static boolean isLoopback(URI url) {
    try {
      String host = url.getHost().replaceAll("[\\[\\]]", "");
      return Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return true;
    }
  }

  private static String recorded(Contract contract, Plan plan) {
    Map<String, Long> calls =
        plan.recorded().stream()
            .map(RecordedExchange::operation)
            .filter(id -> !contract.operation(id).orElseThrow().isReadOnly())
            .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()));
    String all =
        calls.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
    return "the recording calls %s; what it needs is made before, and removed in the end"
        .formatted(all.isEmpty() ? "nothing that writes" : all);
  }
}

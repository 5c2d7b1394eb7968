package dev.erpsync.server.http.routing;

import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which operations the contracts have at which paths. A path with a template stands for the paths
 * of the other contracts that it fits. Immutable and thread-safe.
 */
public final class Routes {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
  private static final Pattern ENCODED = Pattern.compile("%([2-7][0-9A-Fa-f])");

  private final Map<String, Route> byPath;

  /**
   * A path and what is served there.
   *
   * @param operations by their methods; none for an unknown path
   * @param methods those that the path has, in alphabetical order; none for an unknown path
   */
  record Route(Map<String, Served> operations, List<String> methods) {
    private static final Route UNKNOWN = new Route(Map.of(), List.of());

    private static Route of(Map<String, Served> operations) {
      var methods = new TreeSet<>(operations.keySet());
      if (methods.contains("GET")) {
        methods.add("HEAD");
      }
      methods.add("OPTIONS");
      return new Route(operations, List.copyOf(methods));
    }

    /** The operation that a method calls; that of GET for HEAD. */
    Optional<Served> operation(String method) {
      return Optional.ofNullable(operations.get(method.equals("HEAD") ? "GET" : method));
    }
  }

  /** The routes of these contracts. */
  public Routes(List<Contract> contracts) {
    Map<String, Map<String, Served>> served = new HashMap<>();
    contracts.forEach(contract -> contract.operations().forEach(o -> add(served, contract, o)));
    for (String template : served.keySet().stream().filter(p -> p.contains("{")).toList()) {
      Map<String, Served> described = served.remove(template);
      Pattern paths = Pattern.compile(PARAMETER.matcher(template).replaceAll("[^/]+"));
      served.forEach(
          (path, operations) -> {
            if (paths.matcher(path).matches()) {
              described.forEach(operations::putIfAbsent);
            }
          });
    }
    this.byPath =
        served.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> Route.of(each.getValue())));
  }

  /**
   * What is served at a path.
   *
   * @param path as it was sent
   */
  Route at(String path) {
    return byPath.getOrDefault(normal(path), Route.UNKNOWN);
  }

  /** The path with letters, digits and {@code -._~} as they are (RFC 3986, section 6.2.2.2). */
  static String normal(String path) {
    return ENCODED
        .matcher(path)
        .replaceAll(
            match -> {
              char c = (char) Integer.parseInt(match.group(1), 16);
              boolean unreserved = Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0;
              return unreserved ? String.valueOf(c) : match.group();
            });
  }

  private static void add(
      Map<String, Map<String, Served>> served, Contract contract, Operation operation) {
    served
        .computeIfAbsent(operation.path(), path -> new TreeMap<>())
        .put(operation.method(), Served.of(contract, operation));
  }
}

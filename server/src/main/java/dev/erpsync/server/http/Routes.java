package dev.erpsync.server.http;

import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the contracts serve where. A path with a template stands for the paths of the other
 * contracts that it fits. Immutable.
 */
final class Routes {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
  private static final Pattern ENCODED = Pattern.compile("%([2-7][0-9A-Fa-f])");

  private final Map<String, Map<String, Served>> byPath = new HashMap<>();
  private final Map<String, List<String>> methods = new HashMap<>();

  Routes(List<Contract> contracts) {
    contracts.forEach(contract -> contract.operations().forEach(o -> add(contract, o)));
    for (String template : byPath.keySet().stream().filter(p -> p.contains("{")).toList()) {
      Map<String, Served> served = byPath.remove(template);
      Pattern paths = Pattern.compile(PARAMETER.matcher(template).replaceAll("[^/]+"));
      byPath.forEach(
          (path, those) -> {
            if (paths.matcher(path).matches()) {
              served.forEach(those::putIfAbsent);
            }
          });
    }
    byPath.forEach((path, served) -> methods.put(path, methods(served)));
  }

  /** What a request asks for; empty when that is not served. */
  Optional<Served> at(ContainerRequestContext request) {
    return at(request.getMethod(), request.getUriInfo().getRequestUri().getRawPath());
  }

  /** The operation that a request calls; empty when it calls none. */
  Optional<Operation> operation(ContainerRequestContext request) {
    return at(request).map(Served::operation);
  }

  /**
   * What is served at a path with a method; HEAD where GET is.
   *
   * @param path as it was sent
   */
  Optional<Served> at(String method, String path) {
    Map<String, Served> served = byPath.getOrDefault(normal(path), Map.of());
    return Optional.ofNullable(served.get(method.equals("HEAD") ? "GET" : method));
  }

  /** The methods for which a path can be asked, in alphabetical order; none for an unknown one. */
  List<String> methods(String path) {
    return methods.getOrDefault(normal(path), List.of());
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

  private static List<String> methods(Map<String, Served> served) {
    var methods = new TreeSet<>(served.keySet());
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    methods.add("OPTIONS");
    return List.copyOf(methods);
  }

  private void add(Contract contract, Operation operation) {
    byPath
        .computeIfAbsent(operation.path(), path -> new TreeMap<>())
        .put(operation.method(), Served.of(contract, operation));
  }

  /**
   * An operation as it is served.
   *
   * @param operation the operation
   * @param isOpen whether it needs no credentials
   * @param formats the formats of its answer, the preferred one first; none when it has no body
   */
  record Served(Operation operation, boolean isOpen, Optional<AnswerFormats> formats) {
    static Served of(Contract contract, Operation operation) {
      var security =
          operation.node().has("security")
              ? operation.node().path("security")
              : contract.document().path("security");
      List<MediaType> types =
          operation.responseTypes(contract, operation.successStatus()).stream()
              .map(MediaType::valueOf)
              .toList();
      return new Served(
          operation,
          security.isArray() && security.isEmpty(),
          types.isEmpty() ? Optional.empty() : Optional.of(new AnswerFormats(types)));
    }
  }
}

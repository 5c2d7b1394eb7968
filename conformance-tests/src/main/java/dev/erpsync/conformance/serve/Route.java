package dev.erpsync.conformance.serve;

import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operation that a request is meant for.
 *
 * @param operation the operation
 * @param differences where method and path are not those of the contract
 */
public record Route(Operation operation, List<Difference> differences) {
  private static final List<String> SAFE = List.of("GET", "HEAD", "OPTIONS");

  /**
   * Finds the operation; empty when the contract has none of that path. A path in other letter case
   * or with a slash at its end is meant for the operation, and is a difference. What asks about an
   * operation and does not call it is none of the contract's. (D19)
   */
  public static Optional<Route> of(Contract contract, Request request) {
    String path = request.path().replaceFirst("/+$", "");
    return contract.operations().stream()
        .filter(operation -> operation.path().equalsIgnoreCase(path))
        .filter(operation -> isCall(operation, request))
        .findFirst()
        .map(operation -> new Route(operation, differences(operation, request)));
  }

  private static boolean isCall(Operation operation, Request request) {
    return operation.method().equals(request.method()) || !SAFE.contains(request.method());
  }

  private static List<Difference> differences(Operation operation, Request request) {
    List<Difference> differences = new ArrayList<>();
    if (!operation.path().equals(request.path())) {
      differences.add(new Difference("path", operation.path(), request.path()));
    }
    if (!operation.method().equals(request.method())) {
      differences.add(new Difference("method", operation.method(), request.method()));
    }
    return List.copyOf(differences);
  }
}

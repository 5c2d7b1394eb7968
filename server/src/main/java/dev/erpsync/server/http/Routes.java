package dev.erpsync.server.http;

import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operations of a contract by method and path; no path of a contract has variables. */
final class Routes {
  private final Map<String, Operation> operations;

  Routes(Contract contract) {
    operations =
        contract.operations().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    operation -> operation.method() + " " + operation.path(), Function.identity()));
  }

  /** The operation that a request calls; empty when it calls none of this contract. */
  Optional<Operation> operation(ContainerRequestContext request) {
    return Optional.ofNullable(operations.get(request.getMethod() + " " + RequestPath.of(request)));
  }
}

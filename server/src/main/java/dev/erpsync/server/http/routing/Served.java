package dev.erpsync.server.http.routing;

import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/**
 * An operation as it is served.
 *
 * @param contract the contract that has it
 * @param operation the operation
 * @param isOpen whether it needs no credentials
 * @param formats the formats of its response, the preferred one first; none when it has no body
 */
public record Served(
    Contract contract, Operation operation, boolean isOpen, Optional<ResponseFormats> formats) {
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
        contract,
        operation,
        security.isArray() && security.isEmpty(),
        types.isEmpty() ? Optional.empty() : Optional.of(new ResponseFormats(types)));
  }
}

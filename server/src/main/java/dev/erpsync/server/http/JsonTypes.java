package dev.erpsync.server.http;

import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the contract's media types are JSON, in the contract's order. */
final class JsonTypes {
  /** JSON in form, but a list of changes and not the request itself (RFC 6902). */
  private static final String PATCH = "json-patch+json";

  private JsonTypes() {}

  /** Types of request bodies that are the request as JSON. */
  static Set<MediaType> read(List<Contract> contracts) {
    return json(operations(contracts).flatMap(o -> o.requestTypes().stream()))
        .filter(type -> !type.getSubtype().equals(PATCH))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Types of answers; a patch type is only a label on them. */
  static List<MediaType> written(List<Contract> contracts) {
    return json(operations(contracts).flatMap(o -> o.responseTypes(o.successStatus()).stream()))
        .toList();
  }

  private static Stream<Operation> operations(List<Contract> contracts) {
    return contracts.stream().flatMap(contract -> contract.operations().stream());
  }

  private static Stream<MediaType> json(Stream<String> types) {
    return types.distinct().map(MediaType::valueOf).filter(JsonTypes::isJson);
  }

  private static boolean isJson(MediaType type) {
    return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
  }
}

package dev.erpsync.conformance.format;

import dev.erpsync.conformance.http.Request;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which media type the answer to a request has. (D13) Immutable. */
public final class Negotiation {
  private static final String CHARSET = "; charset=utf-8";

  private final List<String> types;
  private final String otherwise;

  /** For answers of the agent's contract: all its operations answer in the same types. */
  public Negotiation(Contract contract) {
    this(
        contract.operations().stream()
            .flatMap(o -> o.responseTypes(contract, 500).stream())
            .distinct()
            .toList(),
        MediaTypes.JSON);
  }

  private Negotiation(List<String> types, String otherwise) {
    this.types = types;
    this.otherwise = otherwise;
  }

  /** For answers of discovery: pages and JSON, and where any will do the contract's first. (D19) */
  public static Negotiation of(Contract contract, Operation operation, int status) {
    List<String> types = operation.responseTypes(contract, status);
    return status >= 400 || types.isEmpty()
        ? new Negotiation(contract)
        : new Negotiation(types, types.get(0));
  }

  /** The media types that answers can have, in the order of the contract. */
  public List<String> types() {
    return types;
  }

  /** The Content-Types of which an answer must have one. */
  public List<String> expected(Request request) {
    return chosen(request).stream().map(type -> type + CHARSET).toList();
  }

  private List<String> chosen(Request request) {
    List<AcceptRange> ranges =
        request.header("Accept").flatMap(AcceptRange::parse).orElse(List.of());
    if (ranges.isEmpty()) {
      return List.of(request.header("Accept").isPresent() ? otherwise : ofRequest(request));
    }
    double best = types.stream().mapToDouble(type -> quality(type, ranges)).max().orElse(0);
    if (best == 0) {
      return List.of(otherwise);
    }
    List<String> chosen = types.stream().filter(type -> quality(type, ranges) == best).toList();
    String preferred = ofRequest(request);
    boolean anyWillDo =
        chosen.contains(preferred)
            && chosen.size() > 1
            && match(preferred, ranges).filter(AcceptRange::isAny).isPresent();
    return anyWillDo ? List.of(preferred) : chosen;
  }

  /** Where any type will do: that of the request, if it is XML or plain JSON. */
  private String ofRequest(Request request) {
    String sent = MediaTypes.essence(request.header("Content-Type").orElse(""));
    return types.contains(sent) && !MediaTypes.isPatch(sent) ? sent : otherwise;
  }

  private static Optional<AcceptRange> match(String type, List<AcceptRange> ranges) {
    return ranges.stream()
        .filter(range -> range.matches(type))
        .max(Comparator.comparingInt(AcceptRange::specificity));
  }

  private static double quality(String type, List<AcceptRange> ranges) {
    return match(type, ranges).map(AcceptRange::quality).orElse(0.0);
  }
}

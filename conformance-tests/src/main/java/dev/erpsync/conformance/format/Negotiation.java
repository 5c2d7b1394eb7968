package dev.erpsync.conformance.format;

import dev.erpsync.conformance.http.Request;
import dev.erpsync.spec.Contract;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which media type the answer to a request has. (D13) Immutable. */
public final class Negotiation {
  private static final String CHARSET = "; charset=utf-8";

  private final List<String> types;

  /** For answers of a contract: all its operations answer in the same types. */
  public Negotiation(Contract contract) {
    this.types =
        contract.operations().stream()
            .flatMap(o -> o.responseTypes(contract, 500).stream())
            .distinct()
            .toList();
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
      return List.of(request.header("Accept").isPresent() ? MediaTypes.JSON : ofRequest(request));
    }
    double best = types.stream().mapToDouble(type -> quality(type, ranges)).max().orElse(0);
    if (best == 0) {
      return List.of(MediaTypes.JSON);
    }
    List<String> chosen = types.stream().filter(type -> quality(type, ranges) == best).toList();
    String preferred = ofRequest(request);
    boolean anyWillDo =
        chosen.contains(preferred)
            && chosen.size() > 1
            && match(preferred, ranges).filter(AcceptRange::isAny).isPresent();
    return anyWillDo ? List.of(preferred) : chosen;
  }

  /** Where any type will do: that of the request, if it is XML or plain JSON, else JSON. */
  private String ofRequest(Request request) {
    String sent = MediaTypes.essence(request.header("Content-Type").orElse(""));
    return types.contains(sent) && !MediaTypes.isPatch(sent) ? sent : MediaTypes.JSON;
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

package dev.erpsync.conformance.stub;

import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a client asked for.
 *
 * @param operation what it called
 * @param sample the documented request that it is, or is closest to; empty when that cannot be said
 * @param differences where it is not the documented one
 */
record Call(String operation, Optional<Sample> sample, List<Difference> differences) {
  private static final int MALFORMED = 400;

  /** Which error a place stands for; the least of them is answered. (D6) */
  private static final Map<String, Integer> STATUSES =
      Map.of("path", 404, "method", 405, "Authorization", 401, "Content-Type", 415, "length", 413);

  /** In the order in which a server looks. */
  private static final List<Integer> ORDER = List.of(404, 405, 413, 401, 415, MALFORMED);

  static Call tooLong(int most) {
    var difference = new Difference("length", "%d bytes at most".formatted(most), "more");
    return new Call("HTTP", Optional.empty(), List.of(difference));
  }

  /** A call of a path that the contract does not have, or has for another method only. */
  static Call elsewhere(Contract contract, Request request) {
    Optional<Operation> there =
        contract.operations().stream()
            .filter(operation -> operation.path().equals(request.path()))
            .findFirst();
    if (there.isPresent()) {
      var difference = new Difference("method", there.get().method(), request.method());
      return new Call(there.get().id(), Optional.empty(), List.of(difference));
    }
    String paths =
        contract.operations().stream().map(Operation::path).collect(Collectors.joining(", "));
    var difference = new Difference("path", "one of " + paths, request.path());
    return new Call("HTTP", Optional.empty(), List.of(difference));
  }

  /** The status of the answer. */
  int status() {
    return differences.stream()
        .map(each -> STATUSES.getOrDefault(each.where(), MALFORMED))
        .min(Comparator.comparingInt(ORDER::indexOf))
        .orElseGet(() -> sample.map(Sample::status).orElse(MALFORMED));
  }

  /** All differences for people, and what they are measured by. */
  String told() {
    String all = differences.stream().map(Call::told).collect(Collectors.joining("; "));
    return sample
        .map(each -> "%s (the closest sample is %s)".formatted(all, each.name()))
        .orElse(all);
  }

  /** A place in the body, in the words of every malformed request. (D5) */
  private static String told(Difference difference) {
    boolean pointer = difference.where().startsWith("/");
    return (pointer ? "request body, " : difference.where().isEmpty() ? "request " : "")
        + difference;
  }
}

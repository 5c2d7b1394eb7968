package dev.erpsync.conformance.cases;

import dev.erpsync.conformance.format.Formats;
import dev.erpsync.conformance.format.NotSayableException;
import dev.erpsync.conformance.format.Wire;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.CaseRequest;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.util.Optional;

/**
 * The call of a case.
 *
 * @param meant in JSON, with the credentials and no other difference than the value
 * @param sent as it goes over the wire
 */
public record CaseCall(Request meant, Request sent) {
  /** What calls are made of. */
  static final class Maker {
    private final Formats formats;
    private final Callers callers;

    Maker(Contract contract, Secrets secrets) {
      this.formats = new Formats(contract);
      this.callers = new Callers(contract, secrets);
    }

    /**
     * The call of a case, put on the wire in this way.
     *
     * @throws NotSayableException if its value cannot be said that way
     * @throws MissingSecretException if its credentials are not given
     */
    CaseCall of(Case each, Wire wire) throws NotSayableException, MissingSecretException {
      Operation operation = each.operation();
      CaseRequest differences = each.request();
      Request documented =
          new Request(
              operation.method(),
              operation.path(),
              differences.query(),
              each.sample().request().headers(),
              differences.value().map(Content::json));
      Request meant = callers.as(differences.caller(), documented);
      Wire written = differences.charset().isPresent() ? wire.in(differences.charset()) : wire;
      return new CaseCall(meant, changed(formats.write(operation, meant, written), differences));
    }

    private static Request changed(Request request, CaseRequest differences) {
      Request changed =
          new Request(
              differences.method().orElse(request.method()),
              differences.path().orElse(request.path()),
              differences.query(),
              request.headers(),
              differences.text().map(Content::of).or(request::content));
      for (var header : differences.headers().entrySet()) {
        Optional<String> value = header.getValue();
        changed =
            value.isPresent()
                ? changed.with(header.getKey(), value.get())
                : changed.without(header.getKey());
      }
      return changed;
    }
  }
}

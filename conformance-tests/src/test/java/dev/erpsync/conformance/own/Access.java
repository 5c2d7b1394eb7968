package dev.erpsync.conformance.own;

import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.state.ControlSearch;
import dev.erpsync.conformance.state.StateAccess;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.util.Optional;

/** How states are put in place on a server under test. */
final class Access {
  private static final int NOT_FOUND = 404;

  private Access() {}

  /** By its control, or by the operations, which make nothing before they are needed. */
  static StateAccess to(Sender sender, Optional<StateControl> control, Optional<Integer> connector)
      throws IOException {
    String documented = Sample.all().get(0).request().headers().getOrDefault("Authorization", "");
    return control.isPresent()
        ? StateAccess.by(control)
        : StateAccess.forRecording(
            new ControlSearch(control, NOT_FOUND),
            Contract.erpSync(),
            sender,
            documented,
            connector);
  }
}

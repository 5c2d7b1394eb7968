package dev.erpsync.conformance.own;

import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.server.TargetServer;
import dev.erpsync.conformance.server.TargetServerProvider;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.conformance.state.StateGuard;
import dev.erpsync.spec.Sample;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The server that a test class is for, ours or the one of {@code -Derpsync.baseUrl}. Afterwards it
 * stores what it did before.
 */
final class TargetUnderTest implements BeforeAllCallback, AfterAllCallback {
  private @Nullable TargetServer server;
  private @Nullable StateGuard guard;
  private Optional<StateControl> control = Optional.empty();

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    server = TargetServerProvider.find();
    String user = Sample.all().get(0).request().headers().getOrDefault("Authorization", "");
    control = StateControl.of(sender(), user);
    guard = StateGuard.of(control, server.baseUrl());
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    try {
      if (guard != null) {
        guard.restore();
      }
    } finally {
      server().close();
    }
  }

  TargetServer server() {
    if (server == null) {
      throw new IllegalStateException("no server was found");
    }
    return server;
  }

  Sender sender() {
    return new HttpSender(server().baseUrl());
  }

  /** The control of its state; empty when it has none. */
  Optional<StateControl> control() {
    return control;
  }
}

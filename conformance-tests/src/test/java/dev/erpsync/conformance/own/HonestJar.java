package dev.erpsync.conformance.own;

import dev.erpsync.conformance.cases.CaseReplay;
import dev.erpsync.conformance.cases.Secrets;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.server.TargetServer;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** This project's server, for the time of a test class, and liars between it and the kit. */
public final class HonestJar implements BeforeAllCallback, AfterAllCallback {
  private @Nullable TargetServer server;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    server = ServerJar.start(Files.createTempDirectory("erpsync"));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (server != null) {
      server.close();
    }
  }

  static Case asked(String operation, String name) {
    return Stream.concat(Sample.all().stream().map(Case::of), Case.all().stream())
        .filter(each -> each.sample().operation().equals(operation) && each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  CaseReplay replay(Sender sender) throws IOException {
    return new CaseReplay(Contract.erpSync(), sender, Optional.of(control()), Secrets.NONE, false);
  }

  /** To the server itself. */
  public Sender honest() {
    return new HttpSender(baseUrl());
  }

  URI baseUrl() {
    if (server == null) {
      throw new IllegalStateException("the server was not started");
    }
    return server.baseUrl();
  }

  /** The control of the server. */
  public StateControl control() throws IOException {
    String documented = Sample.all().get(0).request().headers().getOrDefault("Authorization", "");
    return StateControl.of(honest(), documented).orElseThrow();
  }
}

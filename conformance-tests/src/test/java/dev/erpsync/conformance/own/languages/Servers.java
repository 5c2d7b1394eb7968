package dev.erpsync.conformance.own.languages;

import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.own.ServerJar;
import dev.erpsync.conformance.server.TargetServer;
import dev.erpsync.conformance.server.TargetServerProvider;
import dev.erpsync.conformance.state.NotRestoredException;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.conformance.state.StateGuard;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The server to check, and one of ours that knows users, tickets and tokens. */
final class Servers implements AutoCloseable {
  static final String USER = "anna";
  static final String PASSWORD = "anna's";
  static final String LIMITED = "bo";
  static final String LIMITED_PASSWORD = "bo's";

  private final TargetServer server;
  private final StateControl control;
  private final StateGuard guard;
  private final TargetServer guarded;
  private final String ticket;
  private final String token;

  private Servers(TargetServer server, Path folder) throws IOException {
    this.server = server;
    String documented = Sample.all().get(0).request().headers().getOrDefault("Authorization", "");
    control = StateControl.of(new HttpSender(server.baseUrl()), documented).orElseThrow();
    guard = StateGuard.of(Optional.of(control), server.baseUrl());
    String users = folder.resolve("users.json").toString();
    add(users, PASSWORD, "--name", USER, "--administrator");
    add(users, LIMITED_PASSWORD, "--name", LIMITED);
    ticket = ServerJar.command("", "user", "ticket", "--users", users, "--name", USER);
    token = ServerJar.command("", "user", "token", "--users", users, "--name", USER);
    guarded = ServerJar.start(folder.resolve("data"), "--users", users, "--validation", "strict");
  }

  /** Starts both, or none; the guarded one keeps its files in this folder. */
  static Servers start(Path folder) throws IOException {
    TargetServer server = TargetServerProvider.find();
    try {
      return new Servers(server, folder);
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  URI uri() {
    return server.baseUrl();
  }

  StateControl control() {
    return control;
  }

  URI guardedUri() {
    return guarded.baseUrl();
  }

  String ticket() {
    return ticket;
  }

  String token() {
    return token;
  }

  @Override
  public void close() throws NotRestoredException {
    try (server;
        guarded) {
      guard.restore();
    }
  }

  private static void add(String users, String password, String... more) throws IOException {
    String[] command = {"user", "add", "--users", users};
    String[] all = Stream.of(command, more).flatMap(Stream::of).toArray(String[]::new);
    ServerJar.command(password + "\n", all);
  }
}

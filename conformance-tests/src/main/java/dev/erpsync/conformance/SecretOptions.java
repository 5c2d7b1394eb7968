package dev.erpsync.conformance;

import dev.erpsync.conformance.cases.Secrets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options with credentials. */
final class SecretOptions {
  @Option(
      names = "--user",
      paramLabel = "NAME:PASSWORD",
      description = "credentials to send instead of the documented ones (ERPSYNC_USER)")
  private @Nullable String user;

  @Option(
      names = "--limited-user",
      paramLabel = "NAME:PASSWORD",
      description =
          "somebody who may sign in, and not use the samples' connections (ERPSYNC_LIMITED_USER)")
  private @Nullable String limitedUser;

  @Option(
      names = "--ticket",
      paramLabel = "TICKET",
      description = "for the cases of SoTicket (ERPSYNC_TICKET)")
  private @Nullable String ticket;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "for the cases of Bearer (ERPSYNC_TOKEN)")
  private @Nullable String token;

  @Option(
      names = "--session",
      paramLabel = "COOKIE",
      description = "value of the session cookie, for the cases of sessions (ERPSYNC_SESSION)")
  private @Nullable String session;

  @Option(
      names = "--xsrf",
      paramLabel = "TOKEN",
      description = "XSRF token of that session (ERPSYNC_XSRF)")
  private @Nullable String xsrf;

  @Option(
      names = "--app-token",
      paramLabel = "SECRET",
      description = "of an app that may use the agent, sent with every call (ERPSYNC_APP_TOKEN)")
  private @Nullable String appToken;

  @Option(
      names = "--other-app-token",
      paramLabel = "SECRET",
      description = "of an app that may not use the agent (ERPSYNC_OTHER_APP_TOKEN)")
  private @Nullable String otherAppToken;

  /** What is wrong with them, for people; empty when nothing is. No secret is told. */
  Optional<String> fault() {
    if (user != null && !user.contains(":")) {
      return Optional.of("--user must be NAME:PASSWORD");
    }
    if (limitedUser != null && !limitedUser.contains(":")) {
      return Optional.of("--limited-user must be NAME:PASSWORD");
    }
    return (session == null) == (xsrf == null)
        ? Optional.empty()
        : Optional.of("--session and --xsrf need each other");
  }

  Secrets secrets() {
    return new Secrets(
        Optional.ofNullable(user),
        Optional.ofNullable(limitedUser),
        Optional.ofNullable(ticket),
        Optional.ofNullable(token),
        Optional.ofNullable(session),
        Optional.ofNullable(xsrf),
        Optional.ofNullable(appToken),
        Optional.ofNullable(otherAppToken));
  }
}

package dev.erpsync.conformance.cases;

import dev.erpsync.conformance.http.Sender;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What proves to a target who calls. Never told to anybody.
 *
 * @param user {@code name:password} in the place of the documented one
 * @param limited {@code name:password} of a user who may sign in and do nothing else
 * @param ticket a ticket, raw
 * @param token an access token
 * @param session value of the session cookie
 * @param xsrf the token that belongs to the session
 * @param appToken secret of an app that may use the agent; sent with every call
 * @param otherAppToken secret of an app that may not
 */
public record Secrets(
    Optional<String> user,
    Optional<String> limited,
    Optional<String> ticket,
    Optional<String> token,
    Optional<String> session,
    Optional<String> xsrf,
    Optional<String> appToken,
    Optional<String> otherAppToken) {
  static final String APP = "SO-AppToken";

  /** Nothing but what is documented. */
  public static final Secrets NONE =
      new Secrets(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** As these, with {@code name:password} of another user in the place of the documented one. */
  public Secrets withUser(String other) {
    return new Secrets(
        Optional.of(other), limited, ticket, token, session, xsrf, appToken, otherAppToken);
  }

  /** As these, with {@code name:password} of a user who may sign in and do nothing else. */
  public Secrets withLimited(String other) {
    return new Secrets(
        user, Optional.of(other), ticket, token, session, xsrf, appToken, otherAppToken);
  }

  /** As these, with a ticket. */
  public Secrets withTicket(String other) {
    return new Secrets(
        user, limited, Optional.of(other), token, session, xsrf, appToken, otherAppToken);
  }

  /** As these, with an access token. */
  public Secrets withToken(String other) {
    return new Secrets(
        user, limited, ticket, Optional.of(other), session, xsrf, appToken, otherAppToken);
  }

  /** As these, with the cookie of a session and the token that belongs to it. */
  public Secrets withSession(String cookie, String itsXsrf) {
    return new Secrets(
        user,
        limited,
        ticket,
        token,
        Optional.of(cookie),
        Optional.of(itsXsrf),
        appToken,
        otherAppToken);
  }

  /** As these, with the secret of an app that may use the agent. */
  public Secrets withAppToken(String other) {
    return new Secrets(
        user, limited, ticket, token, session, xsrf, Optional.of(other), otherAppToken);
  }

  /** As these, with the secret of an app that may not use the agent. */
  public Secrets withOtherAppToken(String other) {
    return new Secrets(user, limited, ticket, token, session, xsrf, appToken, Optional.of(other));
  }

  /** The Authorization header of the user in the place of the documented one. */
  public Optional<String> authorization() {
    return user.map(Secrets::basic);
  }

  /** A target that knows apps wants the token of one with every call. */
  public Sender sender(Sender plain) {
    return appToken
        .<Sender>map(
            token ->
                request ->
                    plain.send(
                        request.header(APP).isPresent() ? request : request.with(APP, token)))
        .orElse(plain);
  }

  /** All of them, as they may come back in an answer. */
  public List<String> all() {
    Stream<String> users = Stream.of(user, limited).flatMap(Optional::stream).map(Secrets::basic);
    return Stream.concat(
            users,
            Stream.of(ticket, token, session, xsrf, appToken, otherAppToken)
                .flatMap(Optional::stream))
        .toList();
  }

  @Override
  public String toString() {
    return "secrets";
  }

  static String basic(String user) {
    return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
  }
}

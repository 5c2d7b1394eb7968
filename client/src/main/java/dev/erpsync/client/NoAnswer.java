package dev.erpsync.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Reads from the failures of java.net.http what a caller must know. */
final class NoAnswer {
  /** A server that fails in the handshake of TLS has not looked at what came behind it. */
  private static final Set<Class<? extends IOException>> NOT_SENT =
      Set.of(
          ConnectException.class, HttpConnectTimeoutException.class, SSLHandshakeException.class);

  private NoAnswer() {}

  static Reply because(int attempt, String base, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (String.valueOf(cause.getMessage()).endsWith("with 204 response")) {
      // java.net.http reads no body there and says so by this text only.
      return new Reply.UnaskedBody(attempt);
    }
    boolean sent = NOT_SENT.stream().noneMatch(kind -> kind.isInstance(cause));
    boolean passing = !(cause instanceof SSLException || cause instanceof BoundedBody.TooLarge);
    return new Reply.None(
        attempt, "no answer from " + base + ": " + text(cause), cause, sent, passing);
  }

  private static String text(Throwable cause) {
    return cause instanceof BoundedBody.TooLarge
        ? String.valueOf(cause.getMessage())
        : cause.toString();
  }
}

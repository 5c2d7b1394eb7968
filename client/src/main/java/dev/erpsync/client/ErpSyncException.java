package dev.erpsync.client;

import dev.erpsync.client.model.MalformedRequest;
import dev.erpsync.client.model.ServiceError;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A call failed: the server refused it, did not answer, or answered what the contract does not
 * allow. Says which call and why. The two parsed bodies do not survive serialization.
 *
 * <p>A server may echo what it was sent. So {@code ***} stands in the message, in the strings of
 * the parsed bodies, and in the strings, numbers and names of {@link #body()}, for the secrets of
 * the call: what follows the scheme in the header {@code Authorization}; for Basic also {@code
 * user:password} in clear, and the password alone when it has at least 4 characters; and the value
 * of {@code SO-AppToken}. JSON escapes do not hide a secret. Not masked is a secret in another
 * encoding or cut into pieces, one in a header of the caller's own, and what the cause of this
 * exception says.
 *
 * <pre>{@code
 * try {
 *   erpSync.actorLinks().connectActor(request);
 * } catch (ErpSyncException e) {
 *   if (e.outcomeUnknown()) {
 *     print("look whether it was done: " + e.getMessage());
 *   } else if (e.status().orElse(0) == 409) {
 *     print("linked otherwise: " + e.serviceError().orElseThrow().getErrorMessage());
 *   } else {
 *     throw e;
 *   }
 * }
 * }</pre>
 */
public final class ErpSyncException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NO_STATUS = 0;
  private static final int MALFORMED = 400;
  private static final int LONGEST_BODY = 16_384;
  private static final int LONGEST_EXCERPT = 500;

  private final String method;
  private final String path;
  private final int attempts;
  private final int status;
  private final boolean outcomeUnknown;
  private final @Nullable Duration retryAfter;
  private final String body;
  private final transient @Nullable MalformedRequest malformedRequest;
  private final transient @Nullable ServiceError serviceError;

  private ErpSyncException(
      Call call,
      int attempts,
      int status,
      boolean outcomeUnknown,
      Optional<Duration> retryAfter,
      String reason,
      Body body,
      @Nullable Throwable cause) {
    super(call + ": " + reason, cause);
    this.method = call.method();
    this.path = call.path();
    this.attempts = attempts;
    this.status = status;
    this.outcomeUnknown = outcomeUnknown;
    this.retryAfter = retryAfter.orElse(null);
    this.body = body.text().substring(0, Math.min(body.text().length(), LONGEST_BODY));
    this.malformedRequest = body.malformed().orElse(null);
    this.serviceError = body.service().orElse(null);
  }

  /** A body without its secrets, and what was read in it. */
  private record Body(
      String text, Optional<MalformedRequest> malformed, Optional<ServiceError> service) {
    static Body of(String text) {
      return new Body(text, Optional.empty(), Optional.empty());
    }
  }

  /** The server answered with an error. */
  static ErpSyncException refused(Call call, Reply.Answer answer) {
    int status = answer.status();
    Body body = body(status, answer.text(), answer.secrets());
    String said =
        body.malformed()
            .map(error -> joined(" ", error.getMessage(), error.getMessageDetail()))
            .or(() -> body.service().map(e -> joined(": ", e.getErrorType(), e.getErrorMessage())))
            .orElse(body.text().isBlank() ? "without a body" : body.text());
    return new ErpSyncException(
        call,
        answer.attempt(),
        status,
        answer.outcomeUnknown(),
        answer.retryAfter(),
        status + " " + oneLine(said),
        body,
        null);
  }

  private static Body body(int status, String raw, Secrets secrets) {
    // Read first: masked text may no longer be what the server said.
    var malformed =
        Json.tryRead(raw, MalformedRequest.class)
            .filter(error -> status == MALFORMED && error.getMessage() != null)
            .map(error -> secrets.maskedStrings(error, MalformedRequest.class));
    var service =
        Json.tryRead(raw, ServiceError.class)
            .filter(error -> status != MALFORMED && error.getErrorType() != null)
            .map(error -> secrets.maskedStrings(error, ServiceError.class));
    return new Body(secrets.maskedBody(raw), malformed, service);
  }

  /**
   * The server answered something else than the contract says.
   *
   * @param why the reason, free of secrets; there is no cause, since that would quote the answer
   */
  static ErpSyncException unreadable(Call call, int attempts, int status, String why, String body) {
    String reason = status + ", but the answer does not fit the contract: " + oneLine(why);
    return new ErpSyncException(
        call, attempts, status, true, Optional.empty(), reason, Body.of(body), null);
  }

  /** There is no answer. */
  static ErpSyncException unanswered(Call call, Reply.None none) {
    return new ErpSyncException(
        call,
        none.attempt(),
        NO_STATUS,
        none.outcomeUnknown(),
        Optional.empty(),
        none.reason(),
        Body.of(""),
        none.cause());
  }

  /** HTTP method of the call. */
  public String method() {
    return method;
  }

  /** Path of the call, from the root of the installation. */
  public String path() {
    return path;
  }

  /** How often the call was tried; this is the failure of the last time. */
  public int attempts() {
    return attempts;
  }

  /**
   * Whether the operation may have been carried out all the same: in one of the attempts the
   * request was sent, and there is no answer, or a status from 500, or an answer that does not fit
   * the contract. Then look before doing it again, unless it is idempotent. Otherwise nothing was
   * done.
   */
  public boolean outcomeUnknown() {
    return outcomeUnknown;
  }

  /** How long the server wishes not to be asked, from its answer on; with 429 and 503 mostly. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Status of the answer; empty when there was none. */
  public OptionalInt status() {
    return status == NO_STATUS ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** What the server says about a request that it cannot understand; with status 400 only. */
  public Optional<MalformedRequest> malformedRequest() {
    return Optional.ofNullable(malformedRequest);
  }

  /** What the server says about any other failure; with other statuses than 400 only. */
  public Optional<ServiceError> serviceError() {
    return Optional.ofNullable(serviceError);
  }

  /**
   * The body of the answer as text, its first 16384 characters; empty when there was none. JSON
   * that had a secret is written anew, other bodies are as they came.
   */
  public String body() {
    return body;
  }

  /** Servers other than ours may leave the second part out. */
  private static String joined(String separator, String first, @Nullable String second) {
    return second == null ? first : first + separator + second;
  }

  /** Text that cannot break a log: no line breaks, no control characters, not long. */
  private static String oneLine(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST_EXCERPT ? line : line.substring(0, LONGEST_EXCERPT) + "…";
  }
}

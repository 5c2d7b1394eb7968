package dev.erpsync.client;

import dev.erpsync.client.model.MalformedRequest;
import dev.erpsync.client.model.ServiceError;
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
 */
public final class ErpSyncException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NO_STATUS = 0;
  private static final int MALFORMED = 400;
  private static final int LONGEST_BODY = 16_384;
  private static final int LONGEST_EXCERPT = 500;

  private final String method;
  private final String path;
  private final int status;
  private final String body;
  private final transient @Nullable MalformedRequest malformedRequest;
  private final transient @Nullable ServiceError serviceError;

  private ErpSyncException(
      Call call,
      int status,
      String reason,
      String body,
      Optional<MalformedRequest> malformedRequest,
      Optional<ServiceError> serviceError,
      @Nullable Throwable cause) {
    super(call + ": " + reason, cause);
    this.method = call.method();
    this.path = call.path();
    this.status = status;
    this.body = body.substring(0, Math.min(body.length(), LONGEST_BODY));
    this.malformedRequest = malformedRequest.orElse(null);
    this.serviceError = serviceError.orElse(null);
  }

  /** The server answered with an error. */
  static ErpSyncException refused(Call call, int status, String raw, Secrets secrets) {
    // Read first: masked text may no longer be what the server said.
    var malformed =
        Json.tryRead(raw, MalformedRequest.class)
            .filter(error -> status == MALFORMED && error.getMessage() != null)
            .map(error -> secrets.maskedStrings(error, MalformedRequest.class));
    var service =
        Json.tryRead(raw, ServiceError.class)
            .filter(error -> status != MALFORMED && error.getErrorType() != null)
            .map(error -> secrets.maskedStrings(error, ServiceError.class));
    String body = secrets.maskedBody(raw);
    String said =
        malformed
            .map(error -> joined(" ", error.getMessage(), error.getMessageDetail()))
            .or(() -> service.map(e -> joined(": ", e.getErrorType(), e.getErrorMessage())))
            .orElse(body.isBlank() ? "without a body" : body);
    String reason = status + " " + oneLine(said);
    return new ErpSyncException(call, status, reason, body, malformed, service, null);
  }

  /**
   * The server answered something else than the contract says.
   *
   * @param why the reason, free of secrets; there is no cause, since that would quote the answer
   */
  static ErpSyncException unreadable(Call call, int status, String why, String body) {
    String reason = status + ", but the answer does not fit the contract: " + oneLine(why);
    return new ErpSyncException(
        call, status, reason, body, Optional.empty(), Optional.empty(), null);
  }

  /** There is no answer. */
  static ErpSyncException unanswered(Call call, String reason, Throwable cause) {
    return new ErpSyncException(
        call, NO_STATUS, reason, "", Optional.empty(), Optional.empty(), cause);
  }

  /** HTTP method of the call. */
  public String method() {
    return method;
  }

  /** Path of the call, from the root of the installation. */
  public String path() {
    return path;
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

package dev.erpsync.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of one attempt, before it is held against the contract. */
sealed interface Reply {

  /** Which attempt of its call this was, from 1. */
  int attempt();

  /** Whether the operation may have been carried out, though this is no answer of success. */
  boolean outcomeUnknown();

  /** The same, when an attempt before it may have been carried out. */
  Reply afterDoubt();

  /**
   * The server answered.
   *
   * @param headers in any letter case
   * @param body as it came
   * @param secrets those of the request
   * @param doubtful whether an attempt before may have been carried out
   */
  // The array is as this package got it, and nobody changes it.
  @SuppressWarnings("ArrayRecordComponent")
  record Answer(
      int attempt,
      int status,
      Map<String, List<String>> headers,
      byte[] body,
      Secrets secrets,
      boolean doubtful)
      implements Reply {
    private static final int FIRST_FAULT = 500;

    Answer(
        int attempt, int status, Map<String, List<String>> headers, byte[] body, Secrets secrets) {
      this(attempt, status, headers, body, secrets, false);
    }

    @Override
    public boolean outcomeUnknown() {
      return doubtful || status >= FIRST_FAULT;
    }

    @Override
    public Reply afterDoubt() {
      return new Answer(attempt, status, headers, body, secrets, true);
    }

    String text() {
      return new String(body, UTF_8);
    }

    Optional<String> header(String name) {
      return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** How long the server wishes not to be asked. */
    Optional<Duration> retryAfter() {
      return header("Retry-After").flatMap(RetryAfter::parse);
    }
  }

  /** The server answered 204 and a body, which nobody can read. */
  record UnaskedBody(int attempt) implements Reply {
    @Override
    public boolean outcomeUnknown() {
      return true;
    }

    @Override
    public Reply afterDoubt() {
      return this;
    }
  }

  /**
   * There is no answer.
   *
   * @param sent whether the server may have got the request, of this attempt or one before
   * @param passing whether the reason may pass by itself
   */
  record None(int attempt, String reason, Throwable cause, boolean sent, boolean passing)
      implements Reply {
    @Override
    public boolean outcomeUnknown() {
      return sent;
    }

    @Override
    public Reply afterDoubt() {
      return new None(attempt, reason, cause, true, passing);
    }
  }
}

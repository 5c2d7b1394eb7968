package dev.erpsync.client;

import dev.erpsync.client.Reply.Answer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether an answer of success is one that the contract promises. Otherwise the page of a sign-in
 * or a proxy, which comes with 200 too, would count as done.
 */
final class AnswerCheck {
  /** {@code application/json}, {@code text/json}, and the suffix of RFC 6839, section 3.1. */
  private static final Pattern JSON =
      Pattern.compile("[^/;\\s]+/([^/;\\s]+\\+)?json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

  private AnswerCheck() {}

  /** What is wrong with the answer to a call that answers nothing. */
  static Optional<String> ofNothing(Call call, Answer answer) {
    return status(call, answer)
        .or(() -> answer.body().length == 0 ? Optional.empty() : Optional.of("an unasked body"));
  }

  /** What is wrong with the answer to a call that answers JSON, before it is read. */
  static Optional<String> ofJson(Call call, Answer answer) {
    return status(call, answer).or(() -> mediaType(answer));
  }

  private static Optional<String> status(Call call, Answer answer) {
    return answer.status() == call.success()
        ? Optional.empty()
        : Optional.of("status " + call.success() + " was expected");
  }

  private static Optional<String> mediaType(Answer answer) {
    String type = answer.header("Content-Type").orElse("nothing");
    return JSON.matcher(type.strip()).matches()
        ? Optional.empty()
        : Optional.of("JSON was expected, the Content-Type says " + type);
  }
}

package dev.erpsync.client;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.erpsync.client.Reply.Answer;
import dev.erpsync.client.Reply.None;
import java.io.IOException;
import java.util.Optional;

/** Holds a reply against the contract: the answer to a call, or why there is none. */
final class Outcome {
  private static final int NO_CONTENT = 204;

  private Outcome() {}

  /** Of a call that answers nothing. */
  static void ofNothing(Call call, Reply reply) {
    Answer answer = answer(call, reply);
    refuse(call, answer, AnswerCheck.ofNothing(call, answer));
  }

  /** Of a call that answers JSON. */
  static <T> T ofJson(Call call, Reply reply, TypeReference<T> type) {
    Answer answer = answer(call, reply);
    refuse(call, answer, AnswerCheck.ofJson(call, answer));
    try {
      return Json.read(answer.body(), type);
    } catch (IOException e) {
      // The reader quotes, also cut off; so it is asked again, about the masked text.
      String body = answer.secrets().maskedBody(answer.text());
      throw ErpSyncException.unreadable(
          call, answer.attempt(), answer.status(), Json.misfit(body, type), body);
    }
  }

  /** Why there is no answer of success, if there is none. */
  static Optional<ErpSyncException> failure(Call call, Reply reply) {
    if (reply instanceof None none) {
      return Optional.of(ErpSyncException.unanswered(call, none));
    }
    if (reply instanceof Answer answer) {
      return answer.status() / 100 == 2
          ? Optional.empty()
          : Optional.of(ErpSyncException.refused(call, answer));
    }
    return Optional.of(
        ErpSyncException.unreadable(call, reply.attempt(), NO_CONTENT, "an unasked body", ""));
  }

  private static Answer answer(Call call, Reply reply) {
    var failure = failure(call, reply);
    if (failure.isPresent()) {
      throw failure.get();
    }
    return (Answer) reply;
  }

  private static void refuse(Call call, Answer answer, Optional<String> misfit) {
    if (misfit.isPresent()) {
      String why = answer.secrets().masked(misfit.get());
      String body = answer.secrets().maskedBody(answer.text());
      throw ErpSyncException.unreadable(call, answer.attempt(), answer.status(), why, body);
    }
  }
}

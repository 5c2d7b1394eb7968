package dev.erpsync.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Carries the calls of the generated classes. The one of {@link ErpSyncClient} speaks HTTP; a test
 * of a caller may bring its own, with {@link ErpSyncClient#over}.
 *
 * <p>Implementations are thread-safe.
 */
public interface Transport {

  /**
   * Makes a call that answers nothing.
   *
   * @throws ErpSyncException if the call fails, or the answer has another status than {@link
   *     Call#success()}, or a body
   */
  void send(Call call);

  /**
   * Makes a call and reads its answer.
   *
   * @param answer type of the answer; an {@link java.util.Optional} where the contract allows
   *     {@code null}
   * @return the answer
   * @throws ErpSyncException if the call fails, or the answer has another status than {@link
   *     Call#success()}, is not JSON, or not of that type
   */
  <T> T send(Call call, TypeReference<T> answer);

  /**
   * As {@link #send(Call)}, without waiting. By default that is called by another thread, and
   * cancelling does not end it.
   *
   * @return fails with what {@code send} throws
   */
  default CompletableFuture<@Nullable Void> sendAsync(Call call) {
    return Later.of(
        () -> {
          send(call);
          return null;
        });
  }

  /**
   * As {@link #send(Call, TypeReference)}, without waiting. By default that is called by another
   * thread, and cancelling does not end it.
   *
   * @return fails with what {@code send} throws
   */
  default <T> CompletableFuture<T> sendAsync(Call call, TypeReference<T> answer) {
    return Later.of(() -> send(call, answer));
  }
}

package dev.erpsync.client;

/**
 * Sees every attempt of every call, and may change what is sent. Set by {@link
 * ErpSyncClientBuilder#interceptor}; several see a call in the order in which they were set, and
 * what came of it in the opposite one. Before the first attempt they are asked by the thread that
 * makes the call, everything else they see in threads of the common pool; so implementations are
 * thread-safe and do not block.
 *
 * <pre>{@code
 * ErpSyncClient traced =
 *     ErpSyncClient.builder(address)
 *         .interceptor(
 *             new Interceptor() {
 *               @Override
 *               public Call before(Call call) {
 *                 return call.options(call.options().header("traceparent", traceparent()));
 *               }
 *
 *               @Override
 *               public void after(Attempt attempt) {
 *                 record(attempt.call().operation(), attempt.took());
 *               }
 *             })
 *         .build();
 * }</pre>
 */
public interface Interceptor {

  /**
   * Before an attempt. Whether a call is tried again is decided by the call as it was made, not by
   * what comes out of here.
   *
   * @param call what is going to be sent, with the settings of the client in its options, and
   *     without the credentials
   * @return what is sent instead; by default the same. What it throws fails the call with {@link
   *     ErpSyncException}, and nothing is sent
   */
  default Call before(Call call) {
    return call;
  }

  /**
   * After an attempt, but not of a call that was cancelled or interrupted meanwhile. A {@code
   * RuntimeException} that it throws is logged, and changes nothing.
   *
   * @param attempt what was sent, and what came of it
   */
  default void after(Attempt attempt) {}
}

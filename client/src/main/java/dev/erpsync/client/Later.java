package dev.erpsync.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something made by another thread; it fails with what is thrown, and not with a wrapper of it. */
final class Later {
  private Later() {}

  static <T extends @Nullable Object> CompletableFuture<T> of(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    ForkJoinPool.commonPool()
        .execute(
            () -> {
              try {
                result.complete(work.get());
              } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
              }
            });
    return result;
  }
}

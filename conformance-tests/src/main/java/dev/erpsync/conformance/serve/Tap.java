package dev.erpsync.conformance.serve;

import dev.erpsync.conformance.http.Content;
import java.io.ByteArrayOutputStream;

/** Keeps the beginning of what flows past it. For one body; used by one thread. */
public final class Tap {
  private final int maxBytes;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long length;

  /**
   * A tap.
   *
   * @param maxBytes how much is kept
   */
  public Tap(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The first bytes of this array flow past. */
  public void flow(byte[] bytes, int count) {
    kept.write(bytes, 0, Math.min(count, maxBytes - kept.size()));
    length += count;
  }

  /** What has flowed past so far. */
  public Body body() {
    return new Body(Content.of(kept.toByteArray()), length);
  }
}

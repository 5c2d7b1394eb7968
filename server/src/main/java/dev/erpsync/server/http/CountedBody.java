package dev.erpsync.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A request body that knows how far it was read. Closing it does nothing: Jersey closes a body that
 * it has refused, and the stream underneath is the container's.
 */
final class CountedBody extends FilterInputStream {
  private long count;
  private boolean ended;

  CountedBody(InputStream body) {
    super(body);
  }

  long count() {
    return count;
  }

  boolean ended() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    note(value < 0 ? -1 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    note(read);
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    count += skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() {
    // See above.
  }

  private void note(int read) {
    if (read < 0) {
      ended = true;
    } else {
      count += read;
    }
  }
}

package dev.erpsync.server.http.request;

import dev.erpsync.server.http.error.MalformedRequestException;
import jakarta.ws.rs.ClientErrorException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;

/**
 * A request body that counts what was read, and that fails with the exceptions that make a
 * response: 408 when it does not come in time, 400 when it breaks off. Closing it does nothing:
 * Jersey closes a body that it has rejected, and the stream underneath is the container's.
 */
final class BoundedBody extends FilterInputStream {
  private long count;
  private boolean ended;
  private boolean failed;

  BoundedBody(InputStream body) {
    super(body);
  }

  long count() {
    return count;
  }

  boolean ended() {
    return ended;
  }

  boolean failed() {
    return failed;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    try {
      int read = super.read(bytes, offset, length);
      note(read);
      return read;
    } catch (IOException e) {
      failed = true;
      throw isLate(e)
          ? late()
          : new MalformedRequestException("request body: it ends too early, or has a broken chunk");
    }
  }

  /** By reading: what is skipped counts, and is as bounded. */
  @Override
  public long skip(long bytes) {
    return Math.max(0, read(new byte[(int) Math.min(bytes, 8192)]));
  }

  @Override
  public int read(byte[] bytes) {
    return read(bytes, 0, bytes.length);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() {
    // See above.
  }

  /** The container fails a read that is late with this. */
  private static boolean isLate(Throwable failure) {
    return failure instanceof TimeoutException
        || (failure.getCause() != null && isLate(failure.getCause()));
  }

  private void note(int read) {
    if (read < 0) {
      ended = true;
    } else {
      count += read;
    }
  }

  private static RuntimeException late() {
    return new ClientErrorException("The request body did not come in time.", 408);
  }
}

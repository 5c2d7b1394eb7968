package dev.erpsync.server.http.container;

import java.nio.file.Path;

/** A file that TLS cannot be served with; the message names it and the reason. */
public final class TlsFileException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Without a cause: what a library says of a key may quote it. */
  TlsFileException(Path file, String reason) {
    super("cannot use the TLS file " + file + ": " + reason);
  }
}

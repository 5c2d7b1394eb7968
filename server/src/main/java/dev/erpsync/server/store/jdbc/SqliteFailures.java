package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.store.StoreException;
import dev.erpsync.server.store.StoreOutage;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Which failures of the engine are no fault of the work: they may be gone at the next try. */
final class SqliteFailures {
  private static final Set<SQLiteErrorCode> PASSING =
      EnumSet.of(
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_IOERR,
          SQLiteErrorCode.SQLITE_BUSY,
          SQLiteErrorCode.SQLITE_LOCKED,
          SQLiteErrorCode.SQLITE_CANTOPEN,
          SQLiteErrorCode.SQLITE_NOMEM);

  private SqliteFailures() {}

  /** The outage that a failure of the work comes from; empty when it comes from the work itself. */
  static Optional<StoreOutage> outage(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof StoreException) {
        return Optional.of(new StoreOutage.Unavailable());
      }
      if (e instanceof SQLiteException sqlite) {
        int kind = kind(sqlite);
        return PASSING.stream().anyMatch(code -> code.code == kind)
            ? Optional.of(new StoreOutage.Unavailable())
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a write failed because the file, or the connection to it, can only be read. A
   * connection that was opened while the file was read-only stays so.
   */
  static boolean isReadOnly(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SQLiteException sqlite) {
        return kind(sqlite) == SQLiteErrorCode.SQLITE_READONLY.code;
      }
    }
    return false;
  }

  /** The low byte is the kind, the rest describes it. */
  private static int kind(SQLiteException e) {
    return e.getResultCode().code & 0xff;
  }
}

package dev.erpsync.server.store.jdbc;

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
      if (e instanceof SQLiteException sqlite) {
        // The low byte is the kind, the rest says more of it.
        int kind = sqlite.getResultCode().code & 0xff;
        return PASSING.stream().anyMatch(code -> code.code == kind)
            ? Optional.of(new StoreOutage.Unavailable())
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}

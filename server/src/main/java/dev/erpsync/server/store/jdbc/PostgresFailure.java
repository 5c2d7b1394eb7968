package dev.erpsync.server.store.jdbc;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** What a failure of PostgreSQL, or of a database that speaks as it does, means for the work. */
enum PostgresFailure {
  /**
   * Somebody else was faster, and the work may come to another end when it is done again:
   * serialization failure, deadlock, a lock that was waited for too long.
   */
  RACE("40001|40002|40P01|55P03"),

  /**
   * A row is missing or there already. The work has looked before, so the row is newer than its
   * snapshot; or the work is at fault, and then the same violation comes back in a new snapshot.
   */
  VIOLATION("23503|23505"),

  /** The connection is gone, and with it all that was not committed. */
  LOST("08...|57P01|57P02|57P05|25P03"),

  /** The database lives, and takes no work now: full, or still starting. */
  UNAVAILABLE("57P03|53...|58..."),

  /** Nothing can be written here: a standby, or a transaction that was to read only. */
  READ_ONLY("25006"),

  /** The work is at fault. */
  FAULT(".....");

  /** Of SQLSTATE. */
  private final String pattern;

  PostgresFailure(String pattern) {
    this.pattern = pattern;
  }

  static PostgresFailure of(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SQLTransientConnectionException) {
        return UNAVAILABLE;
      }
      if (e instanceof SQLException sql && sql.getSQLState() != null) {
        String state = sql.getSQLState();
        for (PostgresFailure kind : values()) {
          if (state.matches(kind.pattern)) {
            return kind;
          }
        }
        return FAULT;
      }
    }
    return FAULT;
  }
}

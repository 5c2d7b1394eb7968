package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.outcome.RefusedException;
import dev.erpsync.server.store.StoreOutage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Groups of units in one transaction each, on a connection of its own. Each unit is in a savepoint:
 * one that fails leaves nothing, and harms no other. Not thread-safe.
 */
final class GroupTransaction implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(GroupTransaction.class.getName());
  private static final SparseLog OUTAGES = new SparseLog(LOG, System::nanoTime);

  private final Jdbi database;
  private final OpenedFile file;
  private final Consumer<@Nullable Handle> current;
  private @Nullable Handle connection;

  /** Whether the open connection has committed. */
  private boolean committed;

  /**
   * @param file is checked before each transaction, and before its callers are told of success
   * @param current is told the connection while a unit runs, and null after it
   */
  GroupTransaction(Jdbi database, OpenedFile file, Consumer<@Nullable Handle> current) {
    this.database = database;
    this.file = file;
    this.current = current;
  }

  /** Does the units, commits them, and only then answers their callers. */
  void run(List<? extends Unit<?>> group) {
    List<Unit<?>> done = new ArrayList<>();
    StoreOutage reason = new StoreOutage.Unavailable();
    try {
      requireFile();
      Handle handle = connection();
      handle.execute("begin immediate");
      for (Unit<?> unit : group) {
        if (ran(handle, unit)) {
          done.add(unit);
        }
      }
      // From here on the file may hold what the caller is told to have failed.
      reason = new StoreOutage.OutcomeUnknown();
      handle.execute("commit");
      file.requireThereWithLog();
      committed = true;
    } catch (RuntimeException | Error e) {
      // The state of the connection is unknown: the next group gets a new one.
      close();
      var refused = new RefusedException(reason);
      // Units that have failed on their own keep their failure.
      group.forEach(unit -> unit.fail(refused));
      // Last: a log that fails keeps no caller waiting.
      String what = "the store failed, and %d calls with it".formatted(group.size());
      if (SqliteFailures.outage(e).isPresent() || SqliteFailures.isReadOnly(e)) {
        OUTAGES.warn(what + ": " + SqliteStore.reason(e));
      } else {
        LOG.log(Level.SEVERE, what, e);
      }
      return;
    }
    done.forEach(Unit::committed);
  }

  private boolean ran(Handle handle, Unit<?> unit) {
    handle.execute("savepoint unit");
    current.accept(handle);
    try {
      unit.run();
    } catch (RuntimeException | Error e) {
      current.accept(null);
      if (SqliteFailures.isReadOnly(e)) {
        // All of the group would fail so, and the connection has to be a new one.
        throw e;
      }
      try {
        handle.execute("rollback to unit");
        handle.execute("release unit");
      } catch (RuntimeException ended) {
        // Some failures of the engine, as of a full disk, end the whole transaction.
        e.addSuppressed(ended);
        throw e;
      }
      unit.fail(reason(e));
      return false;
    }
    current.accept(null);
    handle.execute("release unit");
    return true;
  }

  private void requireFile() {
    if (committed) {
      file.requireThereWithLog();
    } else {
      file.requireThere();
    }
  }

  private static Throwable reason(Throwable e) {
    return SqliteFailures.outage(e).<Throwable>map(RefusedException::new).orElse(e);
  }

  private Handle connection() {
    Handle open = connection;
    if (open == null) {
      open = database.open();
      connection = open;
    }
    return open;
  }

  /** Closes the connection; what is not committed is gone. */
  @Override
  public void close() {
    Handle open = connection;
    connection = null;
    committed = false;
    if (open != null) {
      try {
        open.close();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "the writing connection does not close", e);
      }
    }
  }
}

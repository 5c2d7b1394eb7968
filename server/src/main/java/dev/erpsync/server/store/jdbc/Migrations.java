package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.store.StoreException;
import java.util.Arrays;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The schema of one engine, by versions that are the same for all of them. */
enum Migrations {
  SQLITE,
  POSTGRESQL;

  /** Brings a database to the newest version. */
  void apply(DataSource database) {
    Flyway flyway = configure(database).load();
    flyway.migrate();
    if (flyway.info().current() == null) {
      throw new FlywayException("no migration was found");
    }
  }

  /**
   * Looks without writing.
   *
   * @throws StoreException when a version of the database is unknown here
   */
  void requireKnown(DataSource database) {
    if (Arrays.stream(configure(database).load().info().all()).anyMatch(Migrations::isNewer)) {
      throw new StoreException("it was written by a newer version");
    }
  }

  /** Whether a database is at the newest version; looks without writing. */
  boolean areIn(DataSource database) {
    MigrationInfoService info = configure(database).load().info();
    return info.pending().length == 0 && Arrays.stream(info.all()).noneMatch(Migrations::isNewer);
  }

  private static boolean isNewer(MigrationInfo migration) {
    return migration.getState() == MigrationState.FUTURE_SUCCESS;
  }

  FluentConfiguration configure(DataSource database) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:dev/erpsync/server/store/" + name().toLowerCase(Locale.ROOT));
  }
}

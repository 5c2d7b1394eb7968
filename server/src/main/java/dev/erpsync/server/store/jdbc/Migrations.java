package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.store.StoreException;
import java.util.Arrays;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
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
    boolean newer =
        Arrays.stream(configure(database).load().info().all())
            .anyMatch(m -> m.getState() == MigrationState.FUTURE_SUCCESS);
    if (newer) {
      throw new StoreException("it was written by a newer version");
    }
  }

  FluentConfiguration configure(DataSource database) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:dev/erpsync/server/store/" + name().toLowerCase(Locale.ROOT));
  }
}

package dev.erpsync.server.store.jdbc;

import org.jdbi.v3.core.Handle;

/** Ids that nobody has: connectors and connections are numbered by us. (D35, D46) */
final class FreeId {
  /** One more than the highest; when that is the highest there is, the lowest that nobody has. */
  private static final String QUERY =
      """
      select case when coalesce(max(<id>), 0) < 2147483647
        then coalesce(max(<id>), 0) + 1
        else (select min(before.id + 1)
              from (select cast(0 as bigint) as id union all select <id> from <table>) before
              where not exists (select 1 from <table> where <id> = before.id + 1))
        end
      from <table>""";

  private FreeId() {}

  /**
   * A free id of a table.
   *
   * @param table its name; the column of the id is called after it
   */
  static int of(Handle handle, String table) {
    String query = QUERY.replace("<table>", table).replace("<id>", table + "_id");
    return handle.createQuery(query).mapTo(Integer.class).one();
  }
}

package dev.erpsync.server;

import dev.erpsync.server.store.jdbc.SqliteRestore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts a backup in the place of an embedded store, also while a server runs on it. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Replaces the embedded store by a backup, after checking it, also while a server runs on it.")
final class RestoreCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "erpsync-data",
      description = "directory of the store, made when missing (ERPSYNC_DATA, ${DEFAULT-VALUE})")
  private Path data;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FILE",
      description = "file that the command backup has written")
  private Path from;

  @Override
  public Integer call() {
    SqliteRestore.restore(data, from);
    return 0;
  }
}

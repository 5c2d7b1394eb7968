package dev.erpsync.server;

import dev.erpsync.server.store.jdbc.SqliteBackup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Copies an embedded store into a file, also while a server runs on it. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Copies the embedded store into a file, also while a server runs on it.")
final class BackupCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "erpsync-data",
      description = "directory of the store (ERPSYNC_DATA, ${DEFAULT-VALUE})")
  private Path data;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "file to write; one that is there is left alone")
  private Path to;

  @Override
  public Integer call() {
    SqliteBackup.backup(data, to);
    return 0;
  }
}

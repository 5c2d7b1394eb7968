package dev.erpsync.conformance.bench.load;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What every command can be told. */
public final class Setting {
  @Option(names = "--jar", required = true, description = "the server's jar")
  private Path jar;

  @Option(names = "--report", required = true, description = "the Markdown file for the numbers")
  private Path report;

  @Option(
      names = "--stores",
      split = ",",
      defaultValue = EmbeddedStore.NAME + "," + PostgresDatabase.NAME,
      description = "which stores to use (${DEFAULT-VALUE})")
  private List<String> stores;

  public Path jar() {
    return jar;
  }

  public Path report() {
    return report;
  }

  boolean embedded() {
    return stores.contains(EmbeddedStore.NAME);
  }

  boolean postgres() {
    return stores.contains(PostgresDatabase.NAME);
  }
}

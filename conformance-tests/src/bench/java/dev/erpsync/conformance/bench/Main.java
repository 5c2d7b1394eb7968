package dev.erpsync.conformance.bench;

import dev.erpsync.conformance.bench.hostile.HostileBench;
import dev.erpsync.conformance.bench.load.Benches;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks: each command measures, prints a table, and ends. */
@Command(name = "benchmark", description = "Measures this project.")
public final class Main {
  private Main() {}

  public static void main(String... args) {
    // What the programs of a PostgreSQL say while they come and go.
    Logger.getLogger("").setLevel(Level.WARNING);
    var line = new CommandLine(new Main()).addSubcommand(new CheckBench());
    line.addSubcommand(new HostileBench());
    Benches.all().forEach(line::addSubcommand);
    System.exit(line.execute(args));
  }
}

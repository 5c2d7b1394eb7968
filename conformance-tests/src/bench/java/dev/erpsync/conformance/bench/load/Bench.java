package dev.erpsync.conformance.bench.load;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that measures something, prints a table, and writes it into the report. */
abstract class Bench implements Callable<Integer> {
  @Mixin Setting setting;
  @Spec CommandSpec spec;

  /** Heads of the table's columns. */
  abstract Table table();

  /** Fills the table. */
  abstract void run(Workplace workplace, Table table) throws Exception;

  /** Whether everything that must be so was so. */
  boolean right() {
    return true;
  }

  /**
   * @return 0, or 1 when the numbers say that a promise was broken
   */
  @Override
  public final Integer call() throws Exception {
    Table table = table();
    var report = new Report(spec.name(), spec.commandLine().getParseResult().originalArgs());
    try (Workplace workplace = Workplace.open()) {
      run(workplace, table);
    }
    System.out.println();
    System.out.print(table.markdown());
    report.write(setting.report(), table);
    return right() ? 0 : 1;
  }

  /** Runs something on each of the wanted stores, one after the other. */
  final void onEachStore(Workplace workplace, OnStore what) throws Exception {
    if (setting.embedded()) {
      try (Store store = EmbeddedStore.in(workplace)) {
        what.run(store);
      }
    }
    if (setting.postgres()) {
      try (var postgres = new PostgresServer(workplace);
          Store store = postgres.database()) {
        what.run(store);
      }
    }
  }

  /** What is run on a store. */
  interface OnStore {
    void run(Store store) throws Exception;
  }
}

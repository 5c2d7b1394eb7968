package dev.erpsync.conformance.bench.hostile;

import dev.erpsync.conformance.bench.load.Table;
import dev.erpsync.conformance.bench.load.Workplace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs attacks one after the other on servers of one JDK, and compares with their bounds. */
final class Trial {
  private static final Duration BEFORE = Duration.ofMillis(1_500);
  private static final Duration LEAST = Duration.ofSeconds(2);
  private static final Duration AFTER = Duration.ofSeconds(5);
  private static final String FREE = "127.0.0.3";

  private final Workplace workplace;
  private final Jdk jdk;
  private final Path jar;

  Trial(Workplace workplace, Jdk jdk, Path jar) {
    this.workplace = workplace;
    this.jdk = jdk;
    this.jar = jar;
  }

  static Table table() {
    return new Table(
        "attack",
        "what is done",
        "observed",
        "expected",
        "bound",
        "result",
        "bystander before, p50 / p99 / max (ms)",
        "during",
        "failed calls",
        "memory after (MiB)",
        "live heap after (MiB)",
        "log (KiB)",
        "CPU (s)");
  }

  /** Returns whether the bound was kept, or the attack skipped. */
  boolean run(Attack attack, Table table) throws Exception {
    try (Target target = Target.start(workplace, jdk, jar, attack.launch());
        Bystander bystander = Bystander.start(target.uri(), target.authorization())) {
      bystander.take();
      Thread.sleep(BEFORE.toMillis());
      Bystander.Summary before = bystander.take();
      double cpu = target.cpuSeconds();
      long begun = System.nanoTime();
      Observed observed = attack.act().run(target);
      // An attack may be over before the bystander has called; what it leaves behind counts, too.
      Thread.sleep(Math.max(0, LEAST.toMillis() - (System.nanoTime() - begun) / 1_000_000));
      return add(table, attack, observed, measured(target, before, bystander.take(), cpu));
    } catch (SkippedException e) {
      skipped(table, attack, e.getMessage());
      return true;
    } catch (Exception e) {
      String fault =
          "could not be run: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      table.row(cells(attack, fault.replace('|', '/'), "**missed**", "", "", "", "", "", "", ""));
      return false;
    }
  }

  private Measured measured(
      Target target, Bystander.Summary before, Bystander.Summary during, double cpuBefore)
      throws Exception {
    double cpu = Math.max(0, target.cpuSeconds() - cpuBefore);
    boolean alive = target.server().process().isAlive();
    boolean responds = alive && target.responds(FREE, AFTER);
    return new Measured(
        before,
        during,
        alive ? target.server().residentMebibytes(false) : 0,
        alive ? target.heapMebibytes() : -1,
        Files.size(target.server().log()) >> 10,
        cpu,
        responds);
  }

  private static boolean add(Table table, Attack attack, Observed observed, Measured measured) {
    List<String> missed = new ArrayList<>();
    if (!observed.faults().isEmpty()) {
      missed.add("not as expected");
    }
    missed.addAll(attack.bound().missed(measured));
    Bystander.Summary during = measured.during();
    table.row(
        cells(
            attack,
            observed.line(),
            missed.isEmpty() ? "kept" : "**missed**: " + String.join(", ", missed),
            measured.before().text(),
            during.text(),
            during.failed()
                + (during.failure().isEmpty() ? "" : " (%s)".formatted(during.failure())),
            measured.memoryMebibytes(),
            measured.heapMebibytes() < 0 ? "unknown" : measured.heapMebibytes(),
            measured.logKibibytes(),
            measured.cpuSeconds()));
    return missed.isEmpty();
  }

  private static void skipped(Table table, Attack attack, String reason) {
    table.row(cells(attack, "skipped: " + reason, "skipped", "", "", "", "", "", "", ""));
  }

  private static Object[] cells(Attack attack, Object observed, Object... rest) {
    List<Object> cells =
        new ArrayList<>(
            List.of(
                attack.name(), attack.does(), observed, attack.expected(), attack.bound().text()));
    cells.addAll(List.of(rest));
    return cells.toArray();
  }
}

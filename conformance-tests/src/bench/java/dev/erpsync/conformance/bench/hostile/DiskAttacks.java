package dev.erpsync.conformance.bench.hostile;

import static dev.erpsync.conformance.bench.hostile.Launch.STANDARD;

import dev.erpsync.conformance.bench.load.Call;
import dev.erpsync.conformance.bench.load.StoredState;
import dev.erpsync.conformance.bench.load.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A disk that is full, read-only or gone. */
final class DiskAttacks {
  private static final int CALLS = 200;
  private static final Duration NOTICED = Duration.ofSeconds(2);
  private static final Duration RECOVERED = Duration.ofSeconds(10);

  private DiskAttacks() {}

  static List<Attack> all() {
    return List.of(
        new Attack(
            "disk-full",
            "the disk of the data directory is filled, and freed again",
            "writes 503, reads 200; afterwards served again, nothing acknowledged is lost",
            Bound.OUTAGE,
            Launch.within(Launch.Limit.DISK),
            DiskAttacks::full),
        new Attack(
            "data-deleted",
            "the data directory is deleted under a running server",
            "after 2 s each write 503, and a line in the log",
            Bound.OUTAGE,
            STANDARD,
            DiskAttacks::deleted),
        new Attack(
            "start-read-only",
            "another server is started on a read-only data directory",
            "exit status 2 with one line",
            Bound.STANDARD,
            STANDARD,
            target -> start(target, "8m", "ro")),
        new Attack(
            "start-disk-full",
            "another server is started with a disk of 64 KiB",
            "exit status 2 with one line",
            Bound.STANDARD,
            STANDARD,
            target -> start(target, "64k", "rw")));
  }

  private static Observed start(Target target, String size, String access) throws Exception {
    String folder = target.place("disk").toString();
    Namespace.require(folder);
    Target.Ended ended =
        target.startAnother(Namespace.withDisk(size, access, folder), "--data", folder);
    long lines = ended.text().lines().count();
    String first = ended.text().lines().findFirst().orElse("").replace(folder, "DIRECTORY");
    return Observed.of(
        "%s, %d lines: %s"
            .formatted(
                ended.status() < 0 ? "started" : "exit status " + ended.status(), lines, first),
        ended.status() == 2 && lines == 1);
  }

  private static Observed full(Target target) throws Exception {
    long pid = target.server().process().pid();
    Path filler = Path.of("/proc/%d/root%s/filler".formatted(pid, target.data()));
    var writes = new Writes(target);
    writes.send(CALLS);
    if (writes.acknowledged.size() < CALLS) {
      throw new IOException("writes fail before the disk is full: " + writes.statuses);
    }
    fill(filler);
    writes.statuses.clear();
    // The first of them still have place in files that are there.
    writes.send(3 * CALLS);
    Map<Integer, Integer> during = new TreeMap<>(writes.statuses);
    int read =
        target
            .call(
                Requests.post(
                    Requests.CONNECTIONS,
                    Requests.JSON,
                    "{}",
                    target.authorization(),
                    "Accept: application/json"))
            .status();
    Files.delete(filler);
    double seconds = writes.untilServed(RECOVERED);
    var stored = StoredState.of(target.server()).on(1);
    long lost = writes.acknowledged.stream().filter(record -> !stored.containsKey(record)).count();
    boolean expected =
        during.containsKey(503)
            && during.keySet().stream().allMatch(status -> status == 200 || status == 503)
            && read == 200
            && seconds < RECOVERED.toSeconds()
            && lost == 0;
    return Observed.of(
        String.format(
            Locale.ROOT,
            "writes by status %s, read %d, served again after %.1f s, %d of %d lost",
            during,
            read,
            seconds,
            lost,
            writes.acknowledged.size()),
        expected);
  }

  private static void fill(Path filler) throws IOException {
    try (var out = Files.newOutputStream(filler)) {
      byte[] block = new byte[512];
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      if (!Files.exists(filler)) {
        throw e;
      }
      // No space is left.
    }
  }

  private static Observed deleted(Target target) throws Exception {
    var writes = new Writes(target);
    writes.send(CALLS);
    long logged = Files.size(target.server().log());
    Workplace.remove(target.data());
    long end = System.nanoTime() + NOTICED.toNanos();
    int before = writes.acknowledged.size();
    while (System.nanoTime() < end) {
      writes.send(1);
    }
    int soon = writes.acknowledged.size() - before;
    writes.statuses.clear();
    writes.send(CALLS);
    boolean said = Files.size(target.server().log()) > logged;
    return Observed.of(
        "%,d writes acknowledged in the first 2 s, then by status %s, %s"
            .formatted(soon, writes.statuses, said ? "logged" : "nothing logged"),
        writes.statuses.keySet().equals(Set.of(503)) && said);
  }

  /** Links that are made one after the other, each for a record of its own. */
  private static final class Writes {
    private final Target target;
    private final List<Integer> acknowledged = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private int next = 1;

    Writes(Target target) {
      this.target = target;
    }

    void send(int count) {
      for (int i = 0; i < count; i++) {
        int record = next++;
        Call call = Call.create(1, record, "key-" + record);
        int status;
        try {
          status =
              target
                  .call(
                      Requests.post(
                          call.path(), Requests.JSON, call.body(), target.authorization()))
                  .status();
        } catch (IOException e) {
          status = 0;
        }
        statuses.merge(status, 1, Integer::sum);
        if (status == 200) {
          acknowledged.add(record);
        }
      }
    }

    /** Seconds until a write succeeds. */
    double untilServed(Duration most) throws InterruptedException {
      long begun = System.nanoTime();
      int before = acknowledged.size();
      while (acknowledged.size() == before && System.nanoTime() - begun < most.toNanos()) {
        Thread.sleep(50);
        send(1);
      }
      return (System.nanoTime() - begun) / 1e9;
    }
  }
}

package dev.erpsync.conformance.drift;

/** The report as lines: a line a decision, a difference and a stale explanation, then the sum. */
final class ConsoleDrift {
  private ConsoleDrift() {}

  static String text(Drift drift) {
    var out = new StringBuilder();
    out.append("vendor: ").append(drift.vendor()).append('\n');
    out.append("ours:   ").append(drift.ours()).append('\n');
    drift
        .explained()
        .forEach(
            (departure, differences) -> {
              if (!differences.isEmpty()) {
                out.append(
                    "PASS  %-4s %4d  %s\n"
                        .formatted(departure.decision(), differences.size(), departure.reason()));
              }
            });
    drift.unexplained().forEach(each -> out.append("FAIL  ").append(each.text()).append('\n'));
    drift
        .stale()
        .forEach(each -> out.append("FAIL  stale explanation of ").append(each).append('\n'));
    return out.append(drift.sum()).append('\n').toString();
  }
}

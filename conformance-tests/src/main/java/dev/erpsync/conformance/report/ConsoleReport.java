package dev.erpsync.conformance.report;

import dev.erpsync.conformance.pages.UnusablePage;
import dev.erpsync.conformance.replay.Verdict;
import java.io.PrintWriter;

/** Verdicts as lines for people, each written as soon as it is known. */
public final class ConsoleReport {
  private final PrintWriter out;
  private final PrintWriter err;

  public ConsoleReport(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** Tells how far a run is, from now on. */
  public Progress progress(int all) {
    return new Progress(err, all, System::nanoTime);
  }

  /** One line a verdict, and one a difference. */
  public void verdict(Verdict verdict) {
    if (verdict instanceof Verdict.Passed passed) {
      out.printf("PASS  %s  (%s)%n", passed.name(), passed.depth());
    } else if (verdict instanceof Verdict.Failed failed) {
      out.printf("FAIL  %s  (%s)%n", failed.name(), failed.depth());
      failed.differences().forEach(difference -> out.printf("      %s%n", difference));
    } else if (verdict instanceof Verdict.Skipped skipped) {
      out.printf("SKIP  %s  %s%n", skipped.name(), skipped.reason());
    }
    out.flush();
  }

  /** A page or a part of one that could not be used. */
  public void unusable(UnusablePage page) {
    out.printf("PAGE  %s:%d  %s%n", page.file(), page.line(), page.reason());
  }

  /** A line of its own. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }
}

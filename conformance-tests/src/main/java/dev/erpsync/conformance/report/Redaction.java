package dev.erpsync.conformance.report;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.erpsync.conformance.matrix.Cell;
import dev.erpsync.conformance.matrix.Row;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Keeps credentials that were sent out of everything that is told. Immutable. */
public final class Redaction {
  private static final String MASK = "***";

  /** Longest first: one may be a part of another. */
  private final Set<String> secrets =
      new TreeSet<>(
          Comparator.comparingInt(String::length).reversed().thenComparing(String::compareTo));

  /**
   * A redaction.
   *
   * @param sent values of the Authorization header that are sent, and other secrets
   */
  public Redaction(Collection<String> sent) {
    for (String authorization : sent) {
      String value = authorization.strip();
      int blank = value.indexOf(' ');
      String credentials = value.substring(blank + 1).strip();
      add(credentials);
      if (blank > 0 && value.substring(0, blank).equalsIgnoreCase("Basic")) {
        addBasic(credentials);
      }
    }
  }

  /** The text without credentials. */
  public String of(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, MASK);
    }
    return masked;
  }

  /** The verdict without credentials. */
  public Verdict of(Verdict verdict) {
    if (verdict instanceof Verdict.Failed failed) {
      List<Difference> differences = failed.differences().stream().map(this::of).toList();
      return new Verdict.Failed(of(failed.name()), failed.depth(), differences);
    }
    return verdict instanceof Verdict.Skipped skipped
        ? new Verdict.Skipped(of(skipped.name()), of(skipped.reason()))
        : verdict;
  }

  /** The exchange without credentials. */
  public Trace of(Trace trace) {
    return new Trace(of(trace.sent()), of(trace.received()), trace.aside());
  }

  /** The row without credentials. */
  public Row of(Row row) {
    return new Row(
        row.operation(),
        row.outcome(),
        row.cells().stream()
            .map(cell -> new Cell(cell.sent(), cell.accepted(), of(cell.verdict())))
            .toList());
  }

  /** The difference without credentials. */
  public Difference of(Difference difference) {
    return new Difference(
        of(difference.where()), of(difference.expected()), of(difference.found()));
  }

  private void addBasic(String credentials) {
    try {
      add(new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // Documented by a page and no Base64: then there is nothing in clear to hide.
    }
  }

  /** Bodies are told as JSON, in which quotes of a password are escaped. */
  private void add(String secret) {
    if (!secret.isEmpty()) {
      secrets.add(secret);
      secrets.add(new String(JsonStringEncoder.getInstance().quoteAsString(secret)));
    }
  }
}

package dev.erpsync.conformance.report;

import dev.erpsync.conformance.matrix.Row;
import dev.erpsync.conformance.pages.UnusablePage;
import java.net.URI;
import java.util.List;

/**
 * All that a run found.
 *
 * @param baseUrl root of the target
 * @param note what people should know of how states were put in place; empty when there was a
 *     control
 * @param replayed exchanges, in the order in which they were made
 * @param rows the matrix; empty when it was not tried
 * @param unusable pages, or parts of pages, that could not be used
 * @param tally how many there were, also where not all of them are kept
 */
public record Results(
    URI baseUrl,
    String note,
    List<Replayed> replayed,
    List<Row> rows,
    List<UnusablePage> unusable,
    Tally tally) {
  /** Of a run of which everything is kept. */
  public Results(
      URI baseUrl,
      String note,
      List<Replayed> replayed,
      List<Row> rows,
      List<UnusablePage> unusable) {
    this(
        baseUrl,
        note,
        replayed,
        rows,
        unusable,
        Tally.of(replayed.stream().map(Replayed::verdict).toList()));
  }
}

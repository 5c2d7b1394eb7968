package dev.erpsync.conformance.lies;

import java.io.IOException;
import java.util.Set;

/** A tool that is not ours, and may notice a lie. */
interface Peer extends AutoCloseable {
  /** Name and version. */
  String name();

  /** Whether the tool has to do with the exchange in which the lie is told. */
  boolean isTold(Lie lie);

  /**
   * What it complains of. A complaint that it has of the honest server too says nothing.
   *
   * @param teller what is told, the lie or the truth
   */
  Set<String> complaints(Lie lie, Teller teller) throws IOException;

  /** What is told to it in the place of the truth. */
  Teller teller(Lie lie);

  @Override
  void close();
}

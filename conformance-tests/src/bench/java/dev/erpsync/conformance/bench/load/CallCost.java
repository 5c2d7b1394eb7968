package dev.erpsync.conformance.bench.load;

import java.io.IOException;
import java.util.Random;

/**
 * Times of one caller's calls, each on a link of its own anywhere in the stock, the three kinds in
 * turn. Not thread-safe.
 */
final class CallCost {
  /** Calls in each turn: a link is made, one made again, broken, and put back. */
  static final double KINDS = 4;

  private final Stock stock;
  private final Random random = new Random(4);
  private final Times create = new Times();
  private final Times again = new Times();
  private final Times breaking = new Times();
  private int next;

  CallCost(Stock stock) {
    this.stock = stock;
    this.next = stock.links() + 1;
  }

  Times create() {
    return create;
  }

  /** Of a link that stands already. */
  Times again() {
    return again;
  }

  Times breaking() {
    return breaking;
  }

  /** Before it a JVM is slow whatever it does. Leaves the stock as it was. */
  void warmUp(Line line, int calls) throws IOException {
    var unused = new Times();
    for (int i = 0; i < calls / 3; i++) {
      int record = next++;
      time(line, creation(record), unused);
      time(line, creation(any()), unused);
      time(line, breaking(record), unused);
    }
  }

  void measure(Line line, int calls) throws IOException {
    for (int i = 0; i < calls; i++) {
      time(line, creation(next++), create);
      int standing = any();
      time(line, creation(standing), again);
      time(line, breaking(standing), breaking);
      // So that no record is met without its link.
      time(line, creation(standing), new Times());
    }
  }

  private Call creation(int record) {
    return Call.create(stock.connectionOf(record), record, stock.keyOf(record));
  }

  private Call breaking(int record) {
    return Call.breakLink(stock.connectionOf(record), record);
  }

  private int any() {
    return 1 + random.nextInt(stock.links());
  }

  private static void time(Line line, Call call, Times times) throws IOException {
    long begun = System.nanoTime();
    Answer answer = line.send(call);
    times.add(System.nanoTime() - begun);
    if (!answer.done()) {
      throw new IllegalStateException("not done: " + answer);
    }
  }
}

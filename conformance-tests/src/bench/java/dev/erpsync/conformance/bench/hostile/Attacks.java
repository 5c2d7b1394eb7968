package dev.erpsync.conformance.bench.hostile;

import java.util.List;
import java.util.stream.Stream;

/** The attacks, by family. */
final class Attacks {
  private Attacks() {}

  static List<Attack> all() {
    return Stream.of(
            HeaderAttacks.all(),
            LimitAttacks.all(),
            BodyAttacks.all(),
            FramingAttacks.all(),
            SlowAttacks.all(),
            FloodAttacks.all(),
            DiskAttacks.all(),
            ProcessAttacks.all())
        .flatMap(List::stream)
        .toList();
  }
}

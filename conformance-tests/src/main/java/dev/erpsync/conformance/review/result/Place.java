package dev.erpsync.conformance.review.result;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Places as people read them. */
final class Place {
  private Place() {}

  /**
   * {@code POST /path requestBody/required} of operations, {@code schemas/Type/…} of components.
   */
  static String of(String pointer) {
    List<String> steps = Stream.of(pointer.split("/", -1)).skip(1).toList();
    if (steps.size() > 1 && steps.get(0).equals("components")) {
      return joined(steps.subList(1, steps.size()));
    }
    if (steps.size() > 2 && steps.get(0).equals("paths")) {
      String operation = steps.get(2).toUpperCase(Locale.ROOT) + " " + unescaped(steps.get(1));
      return (operation + " " + joined(steps.subList(3, steps.size()))).strip();
    }
    return steps.isEmpty() ? "the contract" : joined(steps);
  }

  private static String joined(List<String> steps) {
    return steps.stream().map(Place::unescaped).collect(Collectors.joining("/"));
  }

  private static String unescaped(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }
}

package dev.erpsync.conformance.bench.load;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the callers know of each link that they have asked for. Thread-safe. */
public final class Fate {
  /** Of one link. */
  public enum Known {
    /** Asked for, and no answer yet. */
    OPEN,
    /** Its making was acknowledged. */
    THERE,
    /** Its breaking was acknowledged, or its making was answered with a promise of nothing done. */
    GONE
  }

  /**
   * What became of them.
   *
   * @param found acknowledged, and as it was acknowledged
   * @param missing should be there, and is not
   * @param extra should not be there, and is
   * @param openDone not answered, and done
   */
  public record Count(long found, long missing, long extra, long openDone, long openNotDone) {
    public long wrong() {
      return missing + extra;
    }
  }

  private final Map<Integer, Known> links = new ConcurrentHashMap<>();

  public void set(int record, Known known) {
    links.put(record, known);
  }

  public Iterable<Integer> records() {
    return links.keySet();
  }

  /** Compares with what is stored. Nothing is counted twice but what is right. */
  public Count compare(Map<Integer, String> stored) {
    Map<String, Long> counts =
        links.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    link -> verdict(link.getValue(), stored.containsKey(link.getKey())),
                    Collectors.counting()));
    links.entrySet().removeIf(link -> !right(link.getValue(), stored.containsKey(link.getKey())));
    return new Count(
        count(counts, Known.THERE, true) + count(counts, Known.GONE, false),
        count(counts, Known.THERE, false),
        count(counts, Known.GONE, true),
        count(counts, Known.OPEN, true),
        count(counts, Known.OPEN, false));
  }

  private static boolean right(Known known, boolean there) {
    return known == (there ? Known.THERE : Known.GONE);
  }

  private static long count(Map<String, Long> counts, Known known, boolean there) {
    return counts.getOrDefault(verdict(known, there), 0L);
  }

  private static String verdict(Known known, boolean there) {
    return known + (there ? " and there" : " and not there");
  }
}

package dev.erpsync.conformance.pages;

import java.util.List;

/**
 * What a folder of pages holds.
 *
 * @param samples the exchanges, in the order of the sorted pages and of their place on the page
 * @param unusable what could not be used and why; a page may stand here and yield samples too
 */
public record PageReading(List<PageSample> samples, List<UnusablePage> unusable) {
  public PageReading {
    samples = List.copyOf(samples);
    unusable = List.copyOf(unusable);
  }
}

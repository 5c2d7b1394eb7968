package dev.erpsync.conformance.pages;

import dev.erpsync.spec.Contract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the sample exchanges of the vendor's pages, in Markdown or as its text rendering, one file
 * a page. Pages are read one after the other, each at most 1 MiB together with what it includes;
 * only what was found is kept.
 *
 * <p>Immutable and thread-safe.
 */
public final class PageReader {
  private final Contract contract;

  /**
   * A reader of pages.
   *
   * @param contract the operations that a sample may call
   */
  public PageReader(Contract contract) {
    this.contract = contract;
  }

  /**
   * Reads every file in a folder and its subfolders, but for names that begin with a dot, and but
   * for files that another one includes: those are part of that page. Samples are numbered for each
   * operation across the folder.
   *
   * @throws PageFolderException when the folder does not exist or holds no file
   */
  public PageReading read(Path folder) {
    var pages = new PageFolder(folder.normalize());
    Map<Path, Page> read = new LinkedHashMap<>();
    for (Path file : pages.files()) {
      read.put(file, ExchangeFinder.find(contract, IncludeResolver.read(pages.path(), file)));
    }
    read.keySet().removeAll(parts(read));

    List<PageSample> samples = new ArrayList<>();
    List<UnusablePage> unusable = new ArrayList<>();
    Map<String, Integer> count = new HashMap<>();
    for (Page page : read.values()) {
      for (Exchange exchange : page.exchanges()) {
        String operation = exchange.target().operation();
        int number = count.merge(operation, 1, Integer::sum) - 1;
        String name = String.format(Locale.ROOT, "%s-%03d", operation, number);
        samples.add(exchange.named(name, pages.name(page.file())));
      }
      unusable.addAll(page.unusable());
    }
    return new PageReading(samples, unusable);
  }

  /** The files that others include. Of files that include one another each is a page. */
  private static Set<Path> parts(Map<Path, Page> pages) {
    Set<Path> parts = new HashSet<>();
    for (Page page : pages.values()) {
      for (Path include : page.includes()) {
        Page other = pages.get(include);
        if (other != null && !other.includes().contains(page.file())) {
          parts.add(include);
        }
      }
    }
    return parts;
  }
}

package dev.erpsync.conformance.pages;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one page together with the files that it includes, for which DocFX writes {@code
 * [!include[title](file)]} and {@code [!code-http[title](file)]}. A file is included once a page;
 * nothing outside the folder is read, and nothing is fetched. Not thread-safe; one for each page.
 */
final class IncludeResolver {
  /** No part of it may run over the start of another reference, so that it takes linear time. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\[!(?:include|code)[\\w-]*\\s?\\[[^\\[\\]]*]\\(([^()\\[]*)\\)\\s?]",
          Pattern.CASE_INSENSITIVE);

  /**
   * The vendor's pages include files that include nothing; a limit keeps the stack from filling.
   */
  private static final int MAX_DEPTH = 10;

  private final Path folder;
  private final Path page;
  private final List<Line> lines = new ArrayList<>();
  private final Set<Path> files = new LinkedHashSet<>();
  private final List<UnusablePage> unusable = new ArrayList<>();
  private int size;

  private IncludeResolver(Path folder, Path page) {
    this.folder = folder;
    this.page = page;
  }

  /**
   * Reads a page.
   *
   * @param folder the folder of all pages
   */
  static PageText read(Path folder, Path page) {
    var resolver = new IncludeResolver(folder, page);
    resolver.append(page, 0);
    Set<Path> includes = new HashSet<>(resolver.files);
    includes.remove(page);
    return new PageText(page, resolver.lines, includes, resolver.unusable);
  }

  private void append(Path file, int depth) {
    if (!files.add(file)) {
      return;
    }
    try {
      if (depth > MAX_DEPTH) {
        throw new UnreadableException("included more than " + MAX_DEPTH + " levels deep");
      }
      for (Line line : TextFile.read(file)) {
        append(line, depth);
      }
    } catch (UnreadableException e) {
      unusable.add(new UnusablePage(file, 0, e.reason()));
    }
  }

  private void append(Line line, int depth) throws UnreadableException {
    // Each file is limited already; without this limit a page could include any number of them.
    // One more for the end of each line, which the last line may lack.
    size += line.text().length() + 1;
    if (size > TextFile.MAX_BYTES + 1) {
      throw new UnreadableException(TextFile.TOO_LARGE + " with what " + page + " includes");
    }
    Matcher reference = REFERENCE.matcher(line.text());
    if (!reference.find()) {
      lines.add(line);
      return;
    }
    do {
      String target = reference.group(1).strip();
      Optional<Path> file = resolve(line.file(), target);
      if (file.isPresent()) {
        append(file.get(), depth + 1);
      } else {
        unusable.add(
            new UnusablePage(
                line.file(), line.number(), "the folder lacks the include file " + target));
      }
    } while (reference.find());
  }

  private Optional<Path> resolve(Path from, String target) {
    // A title or a range of lines may follow. The whole file is read: samples are found anyway.
    String path = target.replaceFirst("[?#\"].*", "").strip();
    try {
      Path file =
          path.startsWith("~/") ? folder.resolve(path.substring(2)) : from.resolveSibling(path);
      return file.toRealPath().startsWith(folder.toRealPath())
          ? Optional.of(file.normalize())
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}

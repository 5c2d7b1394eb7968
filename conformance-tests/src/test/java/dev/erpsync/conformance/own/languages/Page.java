package dev.erpsync.conformance.own.languages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A page in Markdown whose code is taken from files that are run. Above a block stands {@code <!--
 * from FILE: PART -->}, and in the file the part between {@code begin: PART} and {@code end: PART}
 * in comments; above what a program prints stands {@code <!-- printed by FILE -->}.
 *
 * @param file where it is; the files are named from its folder
 * @param text what is in it
 */
record Page(Path file, String text) {
  private static final Pattern CODE =
      Pattern.compile("(<!-- from (\\S+): ([^>]+?) -->\n```\\w+\n)(.*?)(```\n)", Pattern.DOTALL);
  private static final Pattern PRINTED =
      Pattern.compile("<!-- printed by \\S+ -->\n```\n(.*?)```\n", Pattern.DOTALL);
  private static final Pattern FENCE = Pattern.compile("(?m)^```(?!sh$|java$)[a-z]+$");

  static Page read(Path file) throws IOException {
    return new Page(file, Files.readString(file));
  }

  /** The page as it is with the code of now. */
  String withCode() throws IOException {
    var written = new StringBuilder();
    Matcher block = CODE.matcher(text);
    while (block.find()) {
      String code = part(file.resolveSibling(block.group(2)), block.group(3));
      block.appendReplacement(
          written, Matcher.quoteReplacement(block.group(1) + code + block.group(5)));
    }
    return block.appendTail(written).toString();
  }

  /** The files and parts that blocks are taken from, such as {@code example.ts: link}. */
  List<String> sources() {
    return CODE.matcher(text).results().map(each -> each.group(2) + ": " + each.group(3)).toList();
  }

  /**
   * How many blocks in a language of programs there are, taken from a file or not. What stands in
   * Java is held against files by the tests of the client.
   */
  long blocks() {
    return FENCE.matcher(text).results().count();
  }

  /** What its program prints. */
  Optional<String> printed() {
    return PRINTED.matcher(text).results().map((MatchResult each) -> each.group(1)).findFirst();
  }

  private static String part(Path file, String name) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int begin = marked(file, lines, "begin: " + name);
    int end = marked(file, lines, "end: " + name);
    // Markers of other parts inside of this one are none of its code.
    List<String> inside =
        lines.subList(begin + 1, end).stream()
            .filter(line -> !line.matches("\\W*(begin|end): [\\w ]+"))
            .toList();
    return String.join("\n", inside).stripTrailing().stripIndent() + "\n";
  }

  private static int marked(Path file, List<String> lines, String mark) {
    List<Integer> found =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).strip().replaceFirst("^\\W+", "").equals(mark))
            .boxed()
            .toList();
    if (found.size() != 1) {
      throw new IllegalStateException("%s has %d lines of %s".formatted(file, found.size(), mark));
    }
    return found.get(0);
  }
}

package dev.erpsync.conformance.review.output;

/** Texts of a contract in Markdown: whatever they hold, they stay texts. */
public final class Md {
  private Md() {}

  /** As running text: no markup, no tag, no mention of anybody. */
  public static String text(String text) {
    return text.replaceAll("\\s+", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("@", "&#64;")
        .replaceAll("([\\\\`*_\\[\\]|#~])", "\\\\$1");
  }

  /** As code, also in a table: there only a bar has to be escaped. */
  public static String code(String text) {
    String line = text.replaceAll("\\s+", " ").replace("|", "\\|");
    String fence = "`".repeat(longestRun(line) + 1);
    String space = fence.length() > 1 ? " " : "";
    return fence + space + line + space + fence;
  }

  /** The length of the longest run of backticks. */
  private static int longestRun(String line) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < line.length(); i++) {
      run = line.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}

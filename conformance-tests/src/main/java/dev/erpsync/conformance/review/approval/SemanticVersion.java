package dev.erpsync.conformance.review.approval;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version by Semantic Versioning 2.0.0; what comes after the three numbers counts for nothing.
 */
record SemanticVersion(int major, int minor, int patch) implements Comparable<SemanticVersion> {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,8})\\.(\\d{1,8})\\.(\\d{1,8})(?:[-+].*)?");

  static Optional<SemanticVersion> of(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new SemanticVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  /** The first version that may break what this one promises (section 4: below 1.0 a minor one). */
  SemanticVersion nextBreaking() {
    return major == 0 ? new SemanticVersion(0, minor + 1, 0) : new SemanticVersion(major + 1, 0, 0);
  }

  /** The first version that may add to what this one promises; below 1.0 a patch will do. */
  SemanticVersion nextAdding() {
    return major == 0
        ? new SemanticVersion(0, minor, patch + 1)
        : new SemanticVersion(major, minor + 1, 0);
  }

  @Override
  public int compareTo(SemanticVersion other) {
    return Comparator.comparingInt(SemanticVersion::major)
        .thenComparingInt(SemanticVersion::minor)
        .thenComparingInt(SemanticVersion::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}

package dev.erpsync.spec;

import java.util.List;
import java.util.stream.Stream;

/**
 * Names of properties that match the contract's in another letter case. (D4)
 *
 * @param otherCase one violation for each such name, with the contract's spelling
 * @param duplicates one violation for each name that was given before in another letter case
 */
public record NameMatches(List<Violation> otherCase, List<Violation> duplicates) {
  /** These and others. */
  public NameMatches and(NameMatches more) {
    return new NameMatches(
        Stream.concat(otherCase.stream(), more.otherCase.stream()).toList(),
        Stream.concat(duplicates.stream(), more.duplicates.stream()).toList());
  }
}

package dev.erpsync.server.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request and its answer, without anything that may be a secret. Texts that the sender chose
 * are cut off where they are longer than anybody reads, and of long lists only the beginning is
 * kept.
 *
 * @param time when the answer was ready
 * @param requestId the id that the answer carries
 * @param path without the query
 * @param operationId empty when no operation was called
 * @param requestType media type of the request body, without parameters
 * @param responseType media type of the answer, without parameters
 * @param duration until the answer was ready to be written
 * @param violations what broke the contract
 * @param unknownProperties JSON pointers of what the contract does not know
 * @param namesInOtherCase JSON pointers of what the contract has in another letter case
 */
public record Exchange(
    Instant time,
    String requestId,
    String method,
    String path,
    Optional<String> operationId,
    int status,
    Optional<String> requestType,
    Optional<String> responseType,
    Duration duration,
    List<Finding> violations,
    List<String> unknownProperties,
    List<String> namesInOtherCase) {
  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_LIST = 20;

  /**
   * A rule that was broken.
   *
   * @param side where to look, such as {@code request body}
   * @param pointer JSON pointer of the place
   * @param rule the keyword
   */
  public record Finding(String side, String pointer, String rule) {}

  /** Cuts off what is too long. */
  public Exchange {
    method = cut(method);
    path = cut(path);
    requestType = requestType.map(Exchange::cut);
    violations = violations.stream().limit(LONGEST_LIST).toList();
    unknownProperties = unknownProperties.stream().limit(LONGEST_LIST).toList();
    namesInOtherCase = namesInOtherCase.stream().limit(LONGEST_LIST).toList();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }
}

package dev.erpsync.conformance.review.diff;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One of the two contracts: an OpenAPI 3.0 document whose references stay inside of it. Immutable,
 * as long as nobody changes the document.
 */
public final class ReviewedContract {
  private static final String LOCAL = "#/";

  private final JsonNode document;

  /**
   * A contract.
   *
   * @param document not to be changed afterwards
   * @throws UnusableContractException when it is not OpenAPI 3.0
   */
  public ReviewedContract(JsonNode document) {
    String version = document.path("openapi").asText();
    if (!version.matches("3\\.0(\\.\\d+)?")) {
      throw new UnusableContractException(
          version.isEmpty()
              ? "it is no OpenAPI document"
              : "it is OpenAPI " + version + "; only 3.0 can be reviewed");
    }
    if (!document.path("paths").isObject()) {
      throw new UnusableContractException("it has no paths");
    }
    this.document = document;
  }

  /** The whole document. */
  public JsonNode document() {
    return document;
  }

  /** What {@code info.version} says; empty when it says nothing. */
  public String version() {
    return document.at("/info/version").asText();
  }

  /** What a reference points at. */
  Spot at(String ref, String from) {
    if (!ref.startsWith(LOCAL)) {
      throw new UnusableContractException(from + " refers out of the contract: " + ref);
    }
    Spot target;
    try {
      target = Spot.of(this, ref.substring(1));
    } catch (IllegalArgumentException e) {
      throw new UnusableContractException(from + " refers to no JSON pointer: " + ref, e);
    }
    if (!target.exists()) {
      throw new UnusableContractException(from + " refers to " + ref + ", where nothing is");
    }
    return target;
  }
}

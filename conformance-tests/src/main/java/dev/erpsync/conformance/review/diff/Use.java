package dev.erpsync.conformance.review.diff;

/**
 * Where a changed part is used.
 *
 * @param operation id of the operation, or its method and path; empty for the contract as a whole
 * @param part such as {@code request}, {@code 200}, {@code parameter $select}; empty for all of the
 *     operation
 * @param mediaType media type of the body; empty outside of bodies
 * @param at place in the value as a JSON pointer, with {@code *} for every item or member
 */
public record Use(String operation, String part, String mediaType, String at) {
  static final Use CONTRACT = new Use("", "", "", "");

  static Use of(String operation) {
    return new Use(operation, "", "", "");
  }

  Use part(String name) {
    return new Use(operation, name, mediaType, at);
  }

  Use in(String type) {
    return new Use(operation, part, type, at);
  }

  Use down(String name) {
    return new Use(operation, part, mediaType, at + "/" + Spot.escape(name));
  }

  /** Operation and part, without media type and place. */
  public String summary() {
    return (operation + " " + part).strip();
  }
}

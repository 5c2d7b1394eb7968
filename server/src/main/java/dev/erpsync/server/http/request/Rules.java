package dev.erpsync.server.http.request;

import dev.erpsync.spec.Contract;

/**
 * A contract and how its requests are read.
 *
 * @param contract names the schemas
 * @param level how much of it is enforced
 * @param formats the encodings of its bodies
 */
public record Rules(Contract contract, Validation level, RequestFormats formats) {
  /** The rules of a contract at a level. */
  public static Rules of(Contract contract, Validation level) {
    return new Rules(contract, level, RequestFormats.of(contract, level));
  }
}

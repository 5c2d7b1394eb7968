package dev.erpsync.server.http;

import dev.erpsync.spec.Contract;

/**
 * A contract and how its requests are read.
 *
 * @param contract names the schemas
 * @param level how much of it is held up
 * @param formats the encodings of its bodies
 */
record Rules(Contract contract, Validation level, RequestFormats formats) {
  static Rules of(Contract contract, Validation level) {
    return new Rules(contract, level, RequestFormats.of(contract, level));
  }
}

package dev.erpsync.server.http;

/** How much of the contract is held up. (D4) */
public enum Validation {
  /** What can be understood is taken, as the vendor's platform does. */
  VENDOR,
  /** Requests have to conform; properties that the contract does not know are ignored. */
  CONTRACT,
  /** Requests and answers have to conform, and nothing unknown is taken. */
  STRICT
}

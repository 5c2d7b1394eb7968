package dev.erpsync.server.http.request;

/** How much of the contract is enforced. (D4) */
public enum Validation {
  /** What can be understood is taken, as the vendor's platform does. */
  VENDOR,
  /** Requests have to conform; properties that the contract does not know are ignored. */
  CONTRACT,
  /** Requests and answers have to conform, and nothing unknown is taken. */
  STRICT
}

package dev.erpsync.spec;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * A parameter of an operation.
 *
 * @param name its name; of a header in any letter case (RFC 9110, section 5.1)
 * @param in where it stands: {@code header} or {@code query}
 * @param required whether a call must have it
 * @param schema JSON pointer of its schema in the contract
 */
public record Parameter(String name, String in, boolean required, JsonPointer schema) {}

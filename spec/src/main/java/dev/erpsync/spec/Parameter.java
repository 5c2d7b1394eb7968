package dev.erpsync.spec;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * A parameter of an operation, or a header of an answer.
 *
 * @param in where it stands: {@code query} or {@code header}
 * @param name its name; that of a header in any letter case
 * @param required whether it must be there
 * @param schema where its schema stands in the contract
 */
public record Parameter(String in, String name, boolean required, JsonPointer schema) {}

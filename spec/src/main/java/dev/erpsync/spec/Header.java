package dev.erpsync.spec;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * A header of an answer.
 *
 * @param name its name, in any letter case (RFC 9110, section 5.1)
 * @param required whether every such answer has it
 * @param schema JSON pointer of its schema in the contract
 */
public record Header(String name, boolean required, JsonPointer schema) {}

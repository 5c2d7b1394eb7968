package dev.erpsync.conformance.pages;

import dev.erpsync.spec.Sample;

/**
 * A sample exchange, and what the contract's own samples have no place for.
 *
 * @param sample the exchange; {@code because} is empty and {@code given} an empty object
 * @param query the query string of the request line, still encoded and without {@code ?}; empty
 *     when there is none
 * @param line where the request line stands, from 1
 */
public record PageSample(Sample sample, String query, int line) {}

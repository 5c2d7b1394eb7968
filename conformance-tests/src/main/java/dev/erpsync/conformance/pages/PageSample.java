package dev.erpsync.conformance.pages;

import dev.erpsync.spec.Sample;
import java.nio.file.Path;

/**
 * A sample exchange, and what the contract's own samples have no place for.
 *
 * @param sample the exchange; {@code because} is empty and {@code given} an empty object
 * @param query the query string of the request line, still encoded and without {@code ?}; empty
 *     when there is none
 * @param file the file in which the request line stands: the page, or one that it includes
 * @param line where the request line stands there, from 1
 */
public record PageSample(Sample sample, String query, Path file, int line) {}

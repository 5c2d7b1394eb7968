/**
 * Exchanges beyond the documents: documented ones, altered, and judged by contract and decisions.
 */
@NullMarked
package dev.erpsync.conformance.cases;

import org.jspecify.annotations.NullMarked;

/**
 * What the promises about stores come to, on servers that run as their users run them: processes,
 * called over HTTP.
 */
@NullMarked
package dev.erpsync.conformance.bench.load;

import org.jspecify.annotations.NullMarked;

/**
 * Attacks on the server and faults of its surroundings, each on a server process of its own, while
 * another client measures how it is served.
 */
@NullMarked
package dev.erpsync.conformance.bench.hostile;

import org.jspecify.annotations.NullMarked;

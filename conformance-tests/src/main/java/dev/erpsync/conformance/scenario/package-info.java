/** Sequences of calls, each of which shows what those before it have done. */
@NullMarked
package dev.erpsync.conformance.scenario;

import org.jspecify.annotations.NullMarked;

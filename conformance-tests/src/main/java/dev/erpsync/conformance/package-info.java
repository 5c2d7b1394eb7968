/** Command line of the conformance kit. */
@NullMarked
package dev.erpsync.conformance;

import org.jspecify.annotations.NullMarked;

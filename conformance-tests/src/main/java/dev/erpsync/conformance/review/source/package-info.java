/** Contracts as they are named on the command line, and the lines of their files. */
@NullMarked
package dev.erpsync.conformance.review.source;

import org.jspecify.annotations.NullMarked;

/** A review in the forms in which it is read. */
@NullMarked
package dev.erpsync.conformance.review.output;

import org.jspecify.annotations.NullMarked;

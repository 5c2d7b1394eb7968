/** A review as data: what was found, what it means, and the verdict. */
@NullMarked
package dev.erpsync.conformance.review.result;

import org.jspecify.annotations.NullMarked;

/** What differs between two contracts, request and response told apart. */
@NullMarked
package dev.erpsync.conformance.review.diff;

import org.jspecify.annotations.NullMarked;

/** What a change does to the documented samples. */
@NullMarked
package dev.erpsync.conformance.review.sample;

import org.jspecify.annotations.NullMarked;

/** What japicmp says of the generated Java API. */
@NullMarked
package dev.erpsync.conformance.review.japi;

import org.jspecify.annotations.NullMarked;

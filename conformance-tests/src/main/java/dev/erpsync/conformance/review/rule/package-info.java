/** The rules by which a change is judged: one table. */
@NullMarked
package dev.erpsync.conformance.review.rule;

import org.jspecify.annotations.NullMarked;

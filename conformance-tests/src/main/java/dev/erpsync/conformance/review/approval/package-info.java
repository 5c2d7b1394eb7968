/** Breaks that were accepted knowingly, and what the version of the contract must say. */
@NullMarked
package dev.erpsync.conformance.review.approval;

import org.jspecify.annotations.NullMarked;

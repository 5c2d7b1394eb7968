/** What a change of the contract means: the command, and what it puts together. */
@NullMarked
package dev.erpsync.conformance.review;

import org.jspecify.annotations.NullMarked;

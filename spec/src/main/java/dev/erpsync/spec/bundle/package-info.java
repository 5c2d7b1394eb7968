/** Builds the single-file contract out of its parts. */
@NullMarked
package dev.erpsync.spec.bundle;

import org.jspecify.annotations.NullMarked;

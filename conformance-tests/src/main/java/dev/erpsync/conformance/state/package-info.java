/** The state in which a documented answer is true, put in place on a target. */
@NullMarked
package dev.erpsync.conformance.state;

import org.jspecify.annotations.NullMarked;

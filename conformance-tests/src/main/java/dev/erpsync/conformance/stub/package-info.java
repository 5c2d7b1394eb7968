/** A server that answers what is documented, and tells clients where they ask something else. */
@NullMarked
package dev.erpsync.conformance.stub;

import org.jspecify.annotations.NullMarked;

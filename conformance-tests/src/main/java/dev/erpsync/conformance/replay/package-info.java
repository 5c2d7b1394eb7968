/** Documented exchanges, sent as documented and compared with what comes back. */
@NullMarked
package dev.erpsync.conformance.replay;

import org.jspecify.annotations.NullMarked;

/** What stands between a client and a server: an HTTP end of our own, and checks of what passes. */
@NullMarked
package dev.erpsync.conformance.serve;

import org.jspecify.annotations.NullMarked;

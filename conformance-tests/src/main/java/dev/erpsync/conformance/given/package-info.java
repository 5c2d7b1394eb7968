/**
 * Derives the state in which a documented exchange is true. The vendor's pages print a request and
 * a response, and not what was stored before.
 */
@NullMarked
package dev.erpsync.conformance.given;

import org.jspecify.annotations.NullMarked;

/** How the kit finds the server to check. */
@NullMarked
package dev.erpsync.conformance.server;

import org.jspecify.annotations.NullMarked;

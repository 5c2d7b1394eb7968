/** Who may call. */
@NullMarked
package dev.erpsync.server.access;

import org.jspecify.annotations.NullMarked;

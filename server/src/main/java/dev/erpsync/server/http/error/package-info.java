/** From an exception to one of the two documented error bodies. */
@NullMarked
package dev.erpsync.server.http.error;

import org.jspecify.annotations.NullMarked;

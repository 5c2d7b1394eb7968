/** Who calls, and for which app; who may. */
@NullMarked
package dev.erpsync.server.http.security;

import org.jspecify.annotations.NullMarked;

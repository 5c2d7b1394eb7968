/** Which operation a request calls: resolved once, and kept in a Call that later steps read. */
@NullMarked
package dev.erpsync.server.http.routing;

import org.jspecify.annotations.NullMarked;

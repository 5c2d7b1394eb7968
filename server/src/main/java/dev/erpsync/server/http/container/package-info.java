/** Jetty around the application: limits of connections, heads that are rejected unseen, TLS. */
@NullMarked
package dev.erpsync.server.http.container;

import org.jspecify.annotations.NullMarked;

/** Connections and their rules (D35, D36). Knows no HTTP, no JSON and no JDBC. */
@NullMarked
package dev.erpsync.server.connection;

import org.jspecify.annotations.NullMarked;

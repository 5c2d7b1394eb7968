/** Connectors, and the port through which an ERP is reached. Knows no HTTP, no JSON and no JDBC. */
@NullMarked
package dev.erpsync.server.connector;

import org.jspecify.annotations.NullMarked;

/** JDBC adapters of the storage ports. */
@NullMarked
package dev.erpsync.server.store.jdbc;

import org.jspecify.annotations.NullMarked;

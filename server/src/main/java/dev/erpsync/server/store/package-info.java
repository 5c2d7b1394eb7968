/** The port to durable storage. Its adapters are in sub-packages. */
@NullMarked
package dev.erpsync.server.store;

import org.jspecify.annotations.NullMarked;

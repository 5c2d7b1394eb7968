/** What the server says about itself and its operations, read from the contracts. */
@NullMarked
package dev.erpsync.server.discovery;

import org.jspecify.annotations.NullMarked;

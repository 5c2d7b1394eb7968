/** What a domain call says when it does not do what was asked. */
@NullMarked
package dev.erpsync.server.outcome;

import org.jspecify.annotations.NullMarked;

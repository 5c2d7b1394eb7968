/** Delegates: the generated interfaces, answered by the domain. */
@NullMarked
package dev.erpsync.server.agent;

import org.jspecify.annotations.NullMarked;

/** Command line and composition root. */
@NullMarked
package dev.erpsync.server;

import org.jspecify.annotations.NullMarked;

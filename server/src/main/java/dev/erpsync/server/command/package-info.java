/** Commands that write a users file. (D16) */
@NullMarked
package dev.erpsync.server.command;

import org.jspecify.annotations.NullMarked;

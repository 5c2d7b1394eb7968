/** The users file: read, watched, and written by commands. (D16) */
@NullMarked
package dev.erpsync.server.access.file;

import org.jspecify.annotations.NullMarked;

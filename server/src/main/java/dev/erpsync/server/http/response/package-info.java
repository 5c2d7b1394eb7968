/** The way of a result into a response: one list of steps, and the format that they lead to. */
@NullMarked
package dev.erpsync.server.http.response;

import org.jspecify.annotations.NullMarked;

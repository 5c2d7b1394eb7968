/** Languages and time zones of a response. */
@NullMarked
package dev.erpsync.server.http.locale;

import org.jspecify.annotations.NullMarked;

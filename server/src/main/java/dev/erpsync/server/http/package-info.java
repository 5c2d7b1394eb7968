/** The order in which the steps of a request and of a response run. The steps are in the rooms. */
@NullMarked
package dev.erpsync.server.http;

import org.jspecify.annotations.NullMarked;

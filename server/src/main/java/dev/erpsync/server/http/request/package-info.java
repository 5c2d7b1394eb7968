/** The way of a request's parameters and body into a generated model. */
@NullMarked
package dev.erpsync.server.http.request;

import org.jspecify.annotations.NullMarked;

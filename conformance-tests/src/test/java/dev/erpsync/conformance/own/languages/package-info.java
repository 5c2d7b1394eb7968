/**
 * The clients in other languages: each is built by its own tools, makes every documented call on
 * the server and on the stub, and has pages whose code is what is run here.
 */
@NullMarked
package dev.erpsync.conformance.own.languages;

import org.jspecify.annotations.NullMarked;

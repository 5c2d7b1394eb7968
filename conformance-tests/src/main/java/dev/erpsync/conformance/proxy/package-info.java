/** A reverse proxy that changes nothing and checks everything. */
@NullMarked
package dev.erpsync.conformance.proxy;

import org.jspecify.annotations.NullMarked;

/** One exchange on the wire. */
@NullMarked
package dev.erpsync.conformance.http;

import org.jspecify.annotations.NullMarked;

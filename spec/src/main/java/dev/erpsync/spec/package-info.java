/** The contract and its documented samples, as data. Nothing here knows a server or a client. */
@NullMarked
package dev.erpsync.spec;

import org.jspecify.annotations.NullMarked;

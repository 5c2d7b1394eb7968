/** {@code $select}: which properties of an answer are kept. (D8) */
@NullMarked
package dev.erpsync.server.select;

import org.jspecify.annotations.NullMarked;

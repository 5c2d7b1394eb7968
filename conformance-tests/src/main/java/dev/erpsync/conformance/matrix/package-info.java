/** Every operation in every pair of media types, with every outcome that can be asked for. */
@NullMarked
package dev.erpsync.conformance.matrix;

import org.jspecify.annotations.NullMarked;

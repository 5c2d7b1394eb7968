@NullMarked
package dev.erpsync.conformance.given;

import org.jspecify.annotations.NullMarked;

/** The kit as tests of JUnit 5, for anybody's build. */
@NullMarked
package dev.erpsync.conformance.junit;

import org.jspecify.annotations.NullMarked;

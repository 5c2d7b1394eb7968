/** What is replayed in one run, and in which order: the same for the command and for JUnit. */
@NullMarked
package dev.erpsync.conformance.run;

import org.jspecify.annotations.NullMarked;

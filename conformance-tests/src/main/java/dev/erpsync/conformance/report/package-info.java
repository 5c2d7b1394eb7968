/** What a replay found, for people and for machines. */
@NullMarked
package dev.erpsync.conformance.report;

import org.jspecify.annotations.NullMarked;

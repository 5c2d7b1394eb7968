/**
 * Lies about the wire, told between the kit and an honest server over real HTTP: the kit must find
 * each of them, and nothing where none is told.
 */
@NullMarked
package dev.erpsync.conformance.lies;

import org.jspecify.annotations.NullMarked;

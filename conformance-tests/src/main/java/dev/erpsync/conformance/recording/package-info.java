/** Recordings of real traffic: exchanges in the form of the contract's samples, without secrets. */
@NullMarked
package dev.erpsync.conformance.recording;

import org.jspecify.annotations.NullMarked;

/** Compares a vendor's description of the agent with our contract: the command and its parts. */
@NullMarked
package dev.erpsync.conformance.drift;

import org.jspecify.annotations.NullMarked;

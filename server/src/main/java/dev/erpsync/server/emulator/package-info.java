/** Control of the stand-in: reset, seed, inspect. */
@NullMarked
package dev.erpsync.server.emulator;

import org.jspecify.annotations.NullMarked;

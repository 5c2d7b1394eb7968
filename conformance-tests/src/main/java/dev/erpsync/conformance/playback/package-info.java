/** Replays recordings on a target that has ids of its own. */
@NullMarked
package dev.erpsync.conformance.playback;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.erpsync.conformance.scenario;

import org.jspecify.annotations.NullMarked;

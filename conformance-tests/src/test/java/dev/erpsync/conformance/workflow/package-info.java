/** Tests of the workflows of pull requests, and of the scripts that they run. */
@NullMarked
package dev.erpsync.conformance.workflow;

import org.jspecify.annotations.NullMarked;

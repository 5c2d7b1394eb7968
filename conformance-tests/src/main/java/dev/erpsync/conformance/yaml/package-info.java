/** YAML files that users write, read with the line of every part. */
@NullMarked
package dev.erpsync.conformance.yaml;

import org.jspecify.annotations.NullMarked;

/** Values in the media types of the contract: written for requests, read from answers. */
@NullMarked
package dev.erpsync.conformance.format;

import org.jspecify.annotations.NullMarked;

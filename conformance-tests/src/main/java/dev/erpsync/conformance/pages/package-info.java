/** Reads the vendor's pages and finds the sample exchanges in them, whatever the layout. */
@NullMarked
package dev.erpsync.conformance.pages;

import org.jspecify.annotations.NullMarked;

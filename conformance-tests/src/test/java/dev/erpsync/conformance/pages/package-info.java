@NullMarked
package dev.erpsync.conformance.pages;

import org.jspecify.annotations.NullMarked;

/** HTTP around the generated resources: filters, readers, error mapping. One class, one job. */
@NullMarked
package dev.erpsync.server.http;

import org.jspecify.annotations.NullMarked;

/** Actor links and their rules (D30 to D34). Knows no HTTP, no JSON and no JDBC. */
@NullMarked
package dev.erpsync.server.link;

import org.jspecify.annotations.NullMarked;

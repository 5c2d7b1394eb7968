/** Languages, cultures and time zones, as far as they are no matter of HTTP. (D14, D15) */
@NullMarked
package dev.erpsync.server.language;

import org.jspecify.annotations.NullMarked;

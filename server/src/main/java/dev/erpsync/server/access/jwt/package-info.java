/** Access tokens in the form of JWT, checked against published keys. (D16) */
@NullMarked
package dev.erpsync.server.access.jwt;

import org.jspecify.annotations.NullMarked;

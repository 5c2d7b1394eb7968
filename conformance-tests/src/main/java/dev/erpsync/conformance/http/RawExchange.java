package dev.erpsync.conformance.http;

import java.util.Optional;

/**
 * Bytes as they were sent, and what came of them.
 *
 * @param sent one character a byte
 * @param response what came back; empty when nothing did
 * @param failure why nothing came back; otherwise empty
 */
public record RawExchange(String sent, Optional<Response> response, String failure) {}

package dev.erpsync.conformance.http;

import java.util.Optional;

/**
 * A request, and what came of it.
 *
 * @param response what came back; empty when nothing did
 * @param failure why nothing came back; otherwise empty
 */
public record Exchange(Request request, Optional<Response> response, String failure) {}

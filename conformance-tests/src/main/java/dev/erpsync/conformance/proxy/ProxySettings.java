package dev.erpsync.conformance.proxy;

import dev.erpsync.conformance.serve.Bodies;
import java.net.URI;
import java.time.Duration;

/**
 * How a proxy works.
 *
 * @param target root of the server behind it
 * @param bodies what is kept of bodies
 * @param maxBytes the longest body that is checked; longer ones are forwarded all the same
 * @param timeout how long to wait for the head of an answer, and then for all of it
 */
public record ProxySettings(URI target, Bodies bodies, int maxBytes, Duration timeout) {}

package dev.erpsync.conformance.review.result;

/**
 * A class or member of the generated Java API that changed.
 *
 * @param type class name
 * @param member method, field or constructor; empty for the class itself
 * @param status {@code added}, {@code removed} or {@code changed}
 * @param compiles whether code against the old one still compiles
 */
public record JavaChange(String type, String member, String status, boolean compiles) {}

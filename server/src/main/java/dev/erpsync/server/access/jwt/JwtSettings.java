package dev.erpsync.server.access.jwt;

/**
 * Which tokens are trusted.
 *
 * @param jwks file or URL of the issuer's JWK Set
 * @param issuer what {@code iss} must be
 * @param audience what {@code aud} must name
 * @param userClaim the claim that names the user
 */
public record JwtSettings(String jwks, String issuer, String audience, String userClaim) {}

package dev.erpsync.server.access.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.erpsync.server.access.TokenVerifier;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;

/**
 * Signed JWT (RFC 7519, RFC 8725): with a public key of the issuer and nothing weaker, for us, by
 * the issuer that we know, and at this time give or take half a minute. Thread-safe.
 */
public final class JwtVerifier implements TokenVerifier {
  private static final Logger LOG = Logger.getLogger(JwtVerifier.class.getName());
  private static final int SKEW_SECONDS = 30;
  private static final long COMPLAIN_EVERY_MILLIS = 60_000;

  /** Nothing symmetric: a public key must never serve as a shared secret. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final String userClaim;
  private final InstantSource clock;
  private final AtomicLong complained = new AtomicLong(Long.MIN_VALUE / 2);

  private JwtVerifier(String userClaim, InstantSource clock) {
    this.userClaim = userClaim;
    this.clock = clock;
  }

  /**
   * A verifier.
   *
   * @throws JwtSettingsException when there are no keys to verify with
   */
  public static JwtVerifier of(JwtSettings settings, InstantSource clock)
      throws JwtSettingsException {
    var verifier = new JwtVerifier(settings.userClaim(), clock);
    var claims =
        new DefaultJWTClaimsVerifier<SecurityContext>(
            settings.audience(),
            new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
            Set.of("exp", settings.userClaim())) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    claims.setMaxClockSkew(SKEW_SECONDS);
    verifier.processor.setJWTClaimsSetVerifier(claims);
    // Null: many issuers name no type.
    verifier.processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    verifier.processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, PublishedKeys.of(settings.jwks())));
    return verifier;
  }

  @Override
  public Optional<String> userOf(String token) {
    try {
      return Optional.ofNullable(processor.process(token, null).getStringClaim(userClaim));
    } catch (KeySourceException e) {
      complain(e);
      return Optional.empty();
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return Optional.empty();
    }
  }

  /** Anybody can send a token that needs a key, so not once for each. */
  private void complain(KeySourceException e) {
    long now = clock.millis();
    long last = complained.get();
    if (now - last >= COMPLAIN_EVERY_MILLIS && complained.compareAndSet(last, now)) {
      LOG.warning("the keys of --jwks cannot be had: " + e.getMessage());
    }
  }
}

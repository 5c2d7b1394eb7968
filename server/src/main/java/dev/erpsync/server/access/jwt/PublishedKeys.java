package dev.erpsync.server.access.jwt;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** The keys of whoever issues tokens, as a JWK Set (RFC 7517) in a file or at a URL. */
final class PublishedKeys {
  private static final int TIMEOUT_MILLIS = 3_000;
  private static final int MOST_BYTES = 1 << 20;

  private PublishedKeys() {}

  /**
   * The keys of a file, as they are now; those of a URL, fetched when they are needed and kept for
   * five minutes.
   *
   * @throws JwtSettingsException when the file holds no keys, or the URL is not safe to ask
   */
  static JWKSource<SecurityContext> of(String location) throws JwtSettingsException {
    return location.matches("(?i)https?://.*") ? at(location) : in(location);
  }

  private static JWKSource<SecurityContext> in(String file) throws JwtSettingsException {
    try {
      JWKSet keys = JWKSet.parse(Files.readString(Path.of(file)));
      return new ImmutableJWKSet<>(keys);
    } catch (IOException | RuntimeException e) {
      throw new JwtSettingsException("--jwks %s cannot be read".formatted(file), e);
    } catch (ParseException e) {
      throw new JwtSettingsException("--jwks %s is no JWK Set (RFC 7517)".formatted(file), e);
    }
  }

  /** A key that somebody on the way can exchange proves nothing, so only https will do. */
  private static JWKSource<SecurityContext> at(String url) throws JwtSettingsException {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() == null) {
        throw new JwtSettingsException("--jwks is not a URL that can be asked");
      }
      boolean secure = "https".equalsIgnoreCase(uri.getScheme());
      if (!secure && !InetAddress.getByName(uri.getHost()).isLoopbackAddress()) {
        throw new JwtSettingsException("--jwks must be https, or on loopback");
      }
      var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES);
      return JWKSourceBuilder.create(uri.toURL(), retriever)
          .refreshAheadCache(false)
          .outageTolerantForever()
          .build();
    } catch (IllegalArgumentException | MalformedURLException e) {
      throw new JwtSettingsException("--jwks is not a URL that can be asked", e);
    } catch (UnknownHostException e) {
      throw new JwtSettingsException("--jwks is at a host that is unknown", e);
    }
  }
}

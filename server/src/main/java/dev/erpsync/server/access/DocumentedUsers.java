package dev.erpsync.server.access;

import dev.erpsync.spec.Sample;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The users whose credentials stand in the documented samples, so that samples replay verbatim.
 * (D17)
 */
public final class DocumentedUsers implements Users {
  private static final String SCHEME = "basic ";

  private final Map<User, byte[]> secrets;

  private DocumentedUsers(Map<User, byte[]> secrets) {
    this.secrets = secrets;
  }

  /** The users of these samples. */
  public static DocumentedUsers of(List<Sample> samples) {
    Map<User, byte[]> secrets = new LinkedHashMap<>();
    for (Sample sample : samples) {
      Optional.ofNullable(sample.request().headers().get("Authorization"))
          .flatMap(DocumentedUsers::basic)
          .ifPresent(pair -> secrets.put(user(pair), secret(pair)));
    }
    return new DocumentedUsers(secrets);
  }

  @Override
  public Optional<User> authenticate(String authorization) {
    byte[] offered = basic(authorization).map(DocumentedUsers::secret).orElseGet(() -> new byte[0]);
    Optional<User> found = Optional.empty();
    for (var candidate : secrets.entrySet()) {
      if (MessageDigest.isEqual(candidate.getValue(), offered)) {
        found = Optional.of(candidate.getKey());
      }
    }
    return found;
  }

  /** User name and password of Basic credentials (RFC 7617), joined by a colon. */
  private static Optional<String> basic(String authorization) {
    if (!authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      String token = authorization.substring(SCHEME.length()).strip();
      String pair = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
      return pair.contains(":") ? Optional.of(pair) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static User user(String pair) {
    return new User(pair.substring(0, pair.indexOf(':')));
  }

  /** A digest has one length whatever the password's, so a comparison tells nothing by its time. */
  private static byte[] secret(String pair) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(pair.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

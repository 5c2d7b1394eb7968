package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JWT of an issuer whose keys are known, and those that only look like it. */
@Tag("D16")
@SuppressWarnings("NullAway.Init")
class JwtTest {
  private static final String ISSUER = "https://login.example";
  private static final String AUDIENCE = "erpsync";

  @TempDir static Path folder;
  private static RSAKey rsa;
  private static RSAKey stranger;
  private static ECKey ec;
  private static OctetSequenceKey shared;
  private static GuardedServer server;

  @BeforeAll
  static void start() throws Exception {
    rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
    stranger = new RSAKeyGenerator(2048).keyID("rsa").generate();
    ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    shared = new OctetSequenceKeyGenerator(256).keyID("shared").generate();
    Path keys = folder.resolve("jwks.json");
    var all = new JWKSet(java.util.List.of(rsa, ec, shared));
    Files.writeString(keys, all.toString(false));
    Path users = folder.resolve("users.json");
    GuardedServer.writeUsers(users);
    server = GuardedServer.with(users, folder, settings(keys.toString()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "RS256, 200",
    "PS256, 200",
    "ES256, 200",
    "typed as an access token, 200",
    "without a type, 200",
    "for several audiences, 200",
    "expired within the skew, 200",
    "not valid yet within the skew, 200",
    "expired, 401",
    "not valid yet, 401",
    "without an end, 401",
    "of another issuer, 401",
    "without an issuer, 401",
    "for another audience, 401",
    "without an audience, 401",
    "for a user that nobody knows, 401",
    "without a user, 401",
    "with a user that is a number, 401",
    "of an unknown key, 401",
    "of another key with a known name, 401",
    "without a signature, 401",
    "with another signature, 401",
    "with another content, 401",
    "signed with the public key as a secret, 401",
    "signed with a shared secret of the key set, 401",
    "of another type, 401",
  })
  void aTokenIsTakenOrNot(String kind, int status) throws Exception {
    var answer = server.call("Authorization", "Bearer " + token(kind));
    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 401) {
      SchemesTest.assertRefused(answer, "The credentials are not valid.");
    }
  }

  private static String token(String kind) throws Exception {
    var claims = claims();
    JWSHeader header = header(JWSAlgorithm.RS256, "rsa", JOSEObjectType.JWT);
    return switch (kind) {
      case "PS256" -> sign(header(JWSAlgorithm.PS256, "rsa", JOSEObjectType.JWT), claims, rsa());
      case "ES256" ->
          sign(header(JWSAlgorithm.ES256, "ec", JOSEObjectType.JWT), claims, new ECDSASigner(ec));
      case "typed as an access token" ->
          sign(header(JWSAlgorithm.RS256, "rsa", new JOSEObjectType("at+jwt")), claims, rsa());
      case "without a type" ->
          sign(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build(), claims, rsa());
      case "of another type" ->
          sign(header(JWSAlgorithm.RS256, "rsa", new JOSEObjectType("dpop+jwt")), claims, rsa());
      case "of an unknown key" ->
          sign(header(JWSAlgorithm.RS256, "new", JOSEObjectType.JWT), claims, rsa());
      case "of another key with a known name" -> sign(header, claims, new RSASSASigner(stranger));
      case "without a signature" -> new PlainJWT(claims.build()).serialize();
      case "with another signature" -> {
        String[] parts = sign(header, claims, rsa()).split("\\.", -1);
        String[] others = sign(header, claims.subject("cy"), rsa()).split("\\.", -1);
        yield parts[0] + "." + parts[1] + "." + others[2];
      }
      case "with another content" -> {
        String[] parts = sign(header, claims, rsa()).split("\\.", -1);
        String[] others = sign(header, claims.subject("anna"), rsa()).split("\\.", -1);
        yield parts[0] + "." + others[1] + "." + parts[2];
      }
      case "signed with the public key as a secret" ->
          sign(
              header(JWSAlgorithm.HS256, "rsa", JOSEObjectType.JWT),
              claims,
              new MACSigner(rsa.toPublicJWK().toRSAPublicKey().getEncoded()));
      case "signed with a shared secret of the key set" ->
          sign(
              header(JWSAlgorithm.HS256, "shared", JOSEObjectType.JWT),
              claims,
              new MACSigner(shared));
      default -> sign(header, changed(kind, claims), rsa());
    };
  }

  private static JWTClaimsSet.Builder changed(String kind, JWTClaimsSet.Builder claims) {
    return switch (kind) {
      case "RS256" -> claims;
      case "for several audiences" -> claims.audience(java.util.List.of("other", AUDIENCE));
      case "expired within the skew" -> claims.expirationTime(in(-29));
      case "expired" -> claims.expirationTime(in(-31));
      case "not valid yet within the skew" -> claims.notBeforeTime(in(29));
      case "not valid yet" -> claims.notBeforeTime(in(31));
      case "without an end" -> claims.claim("exp", null);
      case "of another issuer" -> claims.issuer("https://evil.example");
      case "without an issuer" -> claims.claim("iss", null);
      case "for another audience" -> claims.audience("other");
      case "without an audience" -> claims.claim("aud", null);
      case "for a user that nobody knows" -> claims.subject("nobody");
      case "without a user" -> claims.claim("sub", null);
      case "with a user that is a number" -> claims.claim("sub", 5);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  @Test
  void theUserHasTheRightsThatTheFileSays() throws Exception {
    String bo = "Bearer " + token("RS256");
    assertThat(server.send("GET", "/_emulator/state", "", "Authorization", bo).statusCode())
        .isEqualTo(403);
  }

  @Test
  void keysMayBeAtAUrlAndTheUserInAnotherClaim() throws Exception {
    HttpServer keys =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] set = new JWKSet(rsa.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    keys.createContext(
        "/keys",
        exchange -> {
          exchange.sendResponseHeaders(200, set.length);
          exchange.getResponseBody().write(set);
          exchange.close();
        });
    keys.start();
    String url = "http://127.0.0.1:" + keys.getAddress().getPort() + "/keys";
    Consumer<Options> named =
        settings(url).andThen(options -> options.access.jwtUserClaim = "name");
    try (var second = GuardedServer.with(server.users(), folder.resolve("second"), named)) {
      JWSHeader header = header(JWSAlgorithm.RS256, "rsa", JOSEObjectType.JWT);
      String token = sign(header, claims().subject("x").claim("name", "cy"), rsa());
      assertThat(second.call("Authorization", "Bearer " + token).statusCode()).isEqualTo(200);
      assertThat(second.call("Authorization", "Bearer " + token("RS256")).statusCode())
          .isEqualTo(401);
    } finally {
      keys.stop(0);
    }
  }

  @Test
  void whileTheKeysCannotBeHadTokensAreRefusedAndOtherSchemesWork() throws Exception {
    Consumer<Options> nowhere = settings("http://127.0.0.1:1/keys");
    try (var second = GuardedServer.with(server.users(), folder.resolve("third"), nowhere)) {
      assertThat(second.call("Authorization", "Bearer " + token("RS256")).statusCode())
          .isEqualTo(401);
      assertThat(second.call("Authorization", GuardedServer.BO).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          none.json                    | --jwks none.json cannot be read
          http://10.0.0.1/keys         | --jwks must be https, or on loopback
          https:///keys                | --jwks is not a URL that can be asked
          http://no.such.host.invalid/ | --jwks is at a host that is unknown
          """)
  void keysThatCannotBeTrustedAreRefusedAtStart(String jwks, String reason) {
    assertThatThrownBy(
            () -> GuardedServer.with(server.users(), folder.resolve("x"), settings(jwks)))
        .hasMessage(reason);
  }

  @Test
  void keysAreNotTakenWithoutSayingWhoseAndForWhom() throws Exception {
    assertThatThrownBy(
            () ->
                GuardedServer.with(
                    server.users(),
                    folder.resolve("x"),
                    options -> options.access.jwks = Optional.of("keys.json")))
        .hasMessage("--jwks needs --users, --jwt-issuer and --jwt-audience");
    Path none = Files.writeString(folder.resolve("no.json"), "{\"keys\":1}");
    assertThatThrownBy(
            () ->
                GuardedServer.with(server.users(), folder.resolve("x"), settings(none.toString())))
        .hasMessage("--jwks " + none + " is no JWK Set (RFC 7517)");
  }

  private static Consumer<Options> settings(String jwks) {
    return options -> {
      options.access.jwks = Optional.of(jwks);
      options.access.jwtIssuer = Optional.of(ISSUER);
      options.access.jwtAudience = Optional.of(AUDIENCE);
    };
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject("bo")
        .expirationTime(in(300));
  }

  private static Date in(int seconds) {
    return Date.from(server.clock().instant().plus(Duration.ofSeconds(seconds)));
  }

  private static JWSHeader header(JWSAlgorithm algorithm, String key, JOSEObjectType type) {
    return new JWSHeader.Builder(algorithm).keyID(key).type(type).build();
  }

  private static JWSSigner rsa() throws Exception {
    return new RSASSASigner(rsa);
  }

  private static String sign(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer)
      throws Exception {
    var token = new SignedJWT(header, claims.build());
    token.sign(signer);
    return token.serialize();
  }
}

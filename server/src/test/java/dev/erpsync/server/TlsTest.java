package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTPS with a certificate that was made a moment ago. */
class TlsTest {
  private static final String PASSWORD = "changeit";

  /** By algorithm and name; a new key takes a second. */
  private static final Map<String, KeyStore> MADE = new HashMap<>();

  @TempDir Path folder;

  // Set before any test runs.
  @SuppressWarnings("NullAway.Init")
  private KeyStore made;

  @BeforeEach
  void aKey() throws Exception {
    made = made("RSA", "server");
  }

  @ParameterizedTest
  @CsvSource({"TLSv1.3, RSA", "TLSv1.2, RSA", "TLSv1.3, EC", "TLSv1.2, EC"})
  void speaksTls12And13(String version, String algorithm) throws Exception {
    made = made(algorithm, "other");
    try (var server = ErpSyncServer.start(options(certificate(), key()))) {
      HttpResponse<String> answer = get(server, version);
      assertThat(server.uri()).hasScheme("https");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo(version);
      assertThat(answer.body()).contains("\"v1\":\"" + server.uri() + "/api/v1\"");
    }
  }

  @Test
  @Tag("D16")
  void givesCookiesThatNeverTravelWithoutIt() throws Exception {
    try (var server = ErpSyncServer.start(options(certificate(), key()))) {
      var open =
          HttpRequest.newBuilder(server.uri().resolve("/_emulator/session"))
              .header("Authorization", RunningServer.AUTHORIZATION)
              .POST(HttpRequest.BodyPublishers.noBody());
      assertThat(client("TLSv1.3").send(open.build(), BodyHandlers.ofString()).headers())
          .extracting(headers -> headers.allValues("Set-Cookie"))
          .satisfies(
              cookies ->
                  assertThat(cookies)
                      .hasSize(2)
                      .allSatisfy(cookie -> assertThat(cookie).contains("Secure")));
    }
  }

  @Test
  void speaksNothingOlder() throws Exception {
    try (var server = ErpSyncServer.start(options(certificate(), key()));
        var socket =
            (SSLSocket)
                trusting()
                    .getSocketFactory()
                    .createSocket(server.uri().getHost(), server.uri().getPort())) {
      socket.setEnabledProtocols(new String[] {"TLSv1.1"});
      assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void refusesAsItDoesWithoutTls() throws Exception {
    try (var server = ErpSyncServer.start(options(certificate(), key()));
        var socket =
            trusting()
                .getSocketFactory()
                .createSocket(server.uri().getHost(), server.uri().getPort())) {
      socket.getOutputStream().write("HELLO\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(RawClient.rest(socket))
          .startsWith("HTTP/1.1 400 ")
          .endsWith(
              "{\"Message\":\"The request is invalid.\",\"MessageDetail\":\"request line or headers: No URI.\"}");
    }
  }

  @Test
  void needsBothFilesOrNone() throws Exception {
    Options options = options(certificate(), key());
    options.tlsKey = Optional.empty();
    assertRefused(options, "--tls-cert and --tls-key need each other");
    options.tlsKey = Optional.of(key());
    options.tlsCert = Optional.empty();
    assertRefused(options, "--tls-cert and --tls-key need each other");
  }

  @Test
  void namesAFileThatIsNotThere() throws Exception {
    Path missing = folder.resolve("missing.pem");
    assertRefused(options(missing, key()), missing, "it cannot be read");
    assertRefused(options(certificate(), missing), missing, "it cannot be read");
  }

  @Test
  void namesAFileThatHoldsSomethingElse() throws Exception {
    assertRefused(options(key(), key()), key(), "it holds no PEM certificates");
    assertRefused(
        options(certificate(), certificate()),
        certificate(),
        "it holds no PEM key in PKCS#8 without a password (BEGIN PRIVATE KEY)");
  }

  @Test
  void namesAnEmptyCertificateFile() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    assertRefused(options(empty, key()), empty, "it holds no PEM certificates");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c2VjcmV0", "secret!", "c2VjcmV"})
  void doesNotRepeatAKeyThatItCannotRead(String content) throws Exception {
    Path broken =
        Files.writeString(
            folder.resolve("broken.pem"),
            "-----BEGIN PRIVATE KEY-----\n" + content + "\n-----END PRIVATE KEY-----\n");
    assertThatThrownBy(() -> ErpSyncServer.start(options(certificate(), broken)))
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith("cannot use the TLS file " + broken + ": it")
        .hasMessageNotContaining(content);
  }

  @Test
  void noticesAKeyOfAnotherCertificate() throws Exception {
    Path certificate = certificate();
    made = made("RSA", "stranger");
    assertRefused(
        options(certificate, key()),
        key(),
        "it is not the key of the certificate in " + certificate);
  }

  private void assertRefused(Options options, Path file, String reason) {
    assertRefused(options, "cannot use the TLS file " + file + ": " + reason);
  }

  private void assertRefused(Options options, String reason) {
    assertThatThrownBy(() -> ErpSyncServer.start(options))
        .isInstanceOf(StartException.class)
        .hasMessage(reason);
  }

  private Options options(Path certificate, Path key) {
    Options options = RunningServer.options(folder.resolve("data"));
    options.tlsCert = Optional.of(certificate);
    options.tlsKey = Optional.of(key);
    return options;
  }

  private HttpResponse<String> get(ErpSyncServer server, String version) throws Exception {
    return client(version)
        .send(
            HttpRequest.newBuilder(server.uri().resolve("/api"))
                .header("Accept", "application/json")
                .build(),
            BodyHandlers.ofString());
  }

  private HttpClient client(String version) throws Exception {
    var parameters = new SSLParameters();
    parameters.setProtocols(new String[] {version});
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(trusting())
        .sslParameters(parameters)
        .build();
  }

  private SSLContext trusting() throws Exception {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", made.getCertificate("k"));
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  private Path certificate() throws Exception {
    Certificate certificate = made.getCertificate("k");
    return pem("certificate.pem", "CERTIFICATE", certificate.getEncoded());
  }

  private Path key() throws Exception {
    return pem("key.pem", "PRIVATE KEY", made.getKey("k", PASSWORD.toCharArray()).getEncoded());
  }

  private Path pem(String name, String label, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, text));
  }

  private KeyStore made(String algorithm, String name) throws Exception {
    KeyStore known = MADE.get(algorithm + name);
    KeyStore key = known == null ? make(algorithm, name) : known;
    MADE.put(algorithm + name, key);
    return key;
  }

  private KeyStore make(String algorithm, String name) throws Exception {
    Path file = folder.resolve(name + ".p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                "k",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1",
                "-storepass",
                PASSWORD,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    var store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }
}

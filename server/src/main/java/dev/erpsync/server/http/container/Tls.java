package dev.erpsync.server.http.container;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * TLS 1.2 and 1.3 with a certificate of one's own.
 *
 * @param keys certificates and key
 * @param password of the key inside of {@code keys}; made up for each start
 */
public record Tls(KeyStore keys, String password) {

  /**
   * Reads PEM files.
   *
   * @param chain certificates, that of the server first
   * @param key an unencrypted PKCS#8 key
   * @throws TlsFileException when a file cannot be used
   */
  public static Tls of(Path chain, Path key) throws TlsFileException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = Base64.getEncoder().encodeToString(random);
    return new Tls(TlsFiles.read(chain, key, password), password);
  }

  SslContextFactory.Server factory() {
    var factory = new SslContextFactory.Server();
    factory.setKeyStore(keys);
    factory.setKeyStorePassword(password);
    factory.setKeyManagerPassword(password);
    factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    return factory;
  }

  @Override
  public String toString() {
    return "Tls";
  }
}

package dev.erpsync.server.http.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate chain and its key, from PEM files (RFC 7468). Messages name files and never say
 * what is in them.
 */
public final class TlsFiles {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  /** For each kind of key a signature, by which key and certificate are seen to belong together. */
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  private TlsFiles() {}

  /**
   * Reads both.
   *
   * @param chain certificates, that of the server first
   * @param key an unencrypted PKCS#8 key
   * @param password protects the key in the key store that is returned
   * @throws TlsFileException when a file cannot be used
   */
  public static KeyStore read(Path chain, Path key, String password) throws TlsFileException {
    List<? extends Certificate> certificates = certificates(chain);
    PrivateKey privateKey = privateKey(key);
    if (!belong(certificates.get(0), privateKey)) {
      throw new TlsFileException(key, "it is not the key of the certificate in " + chain);
    }
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "erpsync", privateKey, password.toCharArray(), certificates.toArray(Certificate[]::new));
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new TlsFileException(chain, "its certificates do not make a chain");
    }
  }

  private static List<? extends Certificate> certificates(Path file) throws TlsFileException {
    try {
      List<? extends Certificate> certificates =
          List.copyOf(
              CertificateFactory.getInstance("X.509")
                  .generateCertificates(new ByteArrayInputStream(bytes(file))));
      if (!certificates.isEmpty()) {
        return certificates;
      }
    } catch (GeneralSecurityException e) {
      throw new TlsFileException(file, "it holds no PEM certificates");
    }
    throw new TlsFileException(file, "it holds no PEM certificates");
  }

  private static PrivateKey privateKey(Path file) throws TlsFileException {
    Matcher pem = KEY.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1));
    if (!pem.find()) {
      throw new TlsFileException(
          file, "it holds no PEM key in PKCS#8 without a password (BEGIN PRIVATE KEY)");
    }
    try {
      var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
      for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
        try {
          return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
        } catch (InvalidKeySpecException e) {
          // Not of this kind.
        }
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new TlsFileException(file, "its key cannot be read");
    }
    throw new TlsFileException(file, "its key is no RSA, EC or EdDSA key");
  }

  private static boolean belong(Certificate certificate, PrivateKey key) {
    try {
      String kind = SIGNATURES.getOrDefault(key.getAlgorithm(), "EdDSA");
      byte[] text = "erpsync".getBytes(StandardCharsets.US_ASCII);
      var signature = Signature.getInstance(kind);
      signature.initSign(key);
      signature.update(text);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(text);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] bytes(Path file) throws TlsFileException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new TlsFileException(file, "it cannot be read");
    }
  }
}

package dev.erpsync.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which URLs a path can be put behind. */
class BaseUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080",
        "HTTPS://example.com",
        "http://[::1]:1/",
        "https://example.com/tenant/one/"
      })
  void takesTheRootOfAServer(String url) {
    assertThat(BaseUrl.fault(URI.create(url))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://example.com, must begin with http:// or https://",
    "example.com, must begin with http:// or https://",
    "http:127.0.0.1:1, names no host",
    "http:///x, names no host",
    "http://a_b:80, names no host",
    "http://127.0.0.1:99999, has a port that is not between 1 and 65535",
    "http://me:secret@example.com, must not hold a user; use --user",
    "http://example.com/?x=1, must have neither a query nor a fragment",
    "http://example.com/#x, must have neither a query nor a fragment",
  })
  void saysWhatIsWrongWithOthers(String url, String fault) {
    assertThat(BaseUrl.fault(URI.create(url))).hasValue(fault);
  }
}

package dev.erpsync.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.ws.rs.ext.MessageBodyWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One generation of REST on the class path. */
@Tag("D21")
class ProvidersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "javax.ws.rs.ext.MessageBodyWriter",
        "com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider"
      })
  void nothingFromBeforeJakartaIsThere(String name) {
    assertThat(MessageBodyWriter.class).isAssignableFrom(JacksonJsonProvider.class);
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }
}

package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpsync.client.StubServer.Received;
import dev.erpsync.client.model.ErpConnection;
import dev.erpsync.client.model.SaveConnectionRequest;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestOptionsTest {

  @Test
  void sendsSelectInTheQuery() {
    var options = RequestOptions.none().select("DisplayName", "TableRight/Mask");

    assertThat(sent(options).uri().getRawQuery()).isEqualTo("$select=DisplayName,TableRight/Mask");
  }

  @Test
  void encodesWhatAQueryCannotCarry() {
    var options = RequestOptions.none().select("a b&c=d+e#%");

    assertThat(sent(options).uri().getRawQuery()).isEqualTo("$select=a%20b%26c%3Dd%2Be%23%25");
  }

  @Test
  void selectsNamesBeyondAscii() {
    assertThat(sent(RequestOptions.none().select("Område")).uri().getRawQuery())
        .isEqualTo("$select=Omr%C3%A5de");
  }

  @Test
  void refusesAHeaderBeyondAscii() {
    assertThatThrownBy(() -> RequestOptions.none().timeZone("Område"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("SO-TimeZone must be printable ASCII");
  }

  @ParameterizedTest
  @CsvSource({
    "Accept-Language, en",
    "SO-Language, no",
    "SO-Culture, nb-NO",
    "SO-TimeZone, Europe/Oslo",
    "SO-AppToken, app-secret",
    "User-Agent, tests/1",
  })
  void sendsTheBuildersSettings(String header, String value) {
    var request =
        sent(
            client ->
                client
                    .language("en")
                    .culture("nb-NO")
                    .timeZone("Europe/Oslo")
                    .appToken("app-secret")
                    .userAgent("tests/1"),
            RequestOptions.none().with(Parameter.SO_LANGUAGE, "no"));

    assertThat(request.header(header)).containsExactly(value);
  }

  @Test
  void sendsNoneOfThemUnasked() {
    var request = sent(RequestOptions.none());

    assertThat(request.uri().getRawQuery()).isNull();
    for (Parameter parameter : Parameter.values()) {
      assertThat(request.header(parameter.wireName())).as(parameter.wireName()).isEmpty();
    }
    assertThat(request.header("User-Agent")).containsExactly("erpsync-client");
  }

  @Test
  void optionsOfACallWinOverTheBuildersSettings() {
    var request =
        sent(
            client -> client.language("en").culture("nb-NO"),
            RequestOptions.none().header("ACCEPT-LANGUAGE", "sv").timeZone("UTC"));

    assertThat(request.header("Accept-Language")).containsExactly("sv");
    assertThat(request.header("SO-Culture")).containsExactly("nb-NO");
    assertThat(request.header("SO-TimeZone")).containsExactly("UTC");
  }

  @Test
  void sendsHeadersThatTheContractDoesNotKnow() {
    var options = RequestOptions.none().header("X-Request-Id", "r-1");

    assertThat(sent(options).header("X-Request-Id")).containsExactly("r-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "accept", "Content-Type", "Host", "Content-Length"})
  void refusesHeadersThatTheClientItselfSets(String name) {
    assertThatThrownBy(() -> RequestOptions.none().header(name, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the client itself sets the header " + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X Y", "X:Y", "å"})
  void refusesWhatIsNoHeaderName(String name) {
    assertThatThrownBy(() -> RequestOptions.none().header(name, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a header name: " + name);
  }

  @Test
  void refusesToSelectNothing() {
    assertThatThrownBy(() -> RequestOptions.none().select())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("$select must not be blank");
  }

  @Test
  void aLaterOptionDoesNotChangeTheEarlierObject() {
    var english = RequestOptions.none().language("en");
    var swedish = english.language("sv");

    assertThat(sent(english).header("Accept-Language")).containsExactly("en");
    assertThat(sent(swedish).header("Accept-Language")).containsExactly("sv");
  }

  private static Received sent(RequestOptions options) {
    return sent(UnaryOperator.identity(), options);
  }

  private static Received sent(
      UnaryOperator<ErpSyncClientBuilder> settings, RequestOptions options) {
    try (var server = StubServer.answering(200, "{}")) {
      settings
          .apply(server.client())
          .build()
          .connections()
          .saveConnection(new SaveConnectionRequest().connection(new ErpConnection()), options);
      return server.request();
    }
  }
}

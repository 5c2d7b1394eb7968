package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpsync.client.model.BreakActorLinkRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErpSyncClientBuilderTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          crm.example.com,              the address must begin with http:// or https://
          ftp://crm.example.com,        the address must begin with http:// or https://
          http:///api,                  the address must name a host
          https://crm:65536,            the port must be from 1 to 65535
          https://crm:0,                the port must be from 1 to 65535
          https://u:secret@crm,         credentials do not belong into the address
          https://crm?a=b,              the address must have no query and no fragment
          https://crm#a,                the address must have no query and no fragment
          https://u:secret@crm/a b,     the address is not a URI: Illegal character in path
          """)
  void refusesAnAddressThatIsNotAnInstallation(String address, String reason) {
    assertThatThrownBy(() -> ErpSyncClient.builder(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason)
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/crm/Cust1", "/crm/Cust1/"})
  void putsThePathOfAnOperationBehindTheAddress(String base) {
    try (var server = StubServer.answering(200, "true")) {
      ErpSyncClient.builder(server.address() + base)
          .build()
          .actorLinks()
          .breakActorLink(new BreakActorLinkRequest());

      assertThat(server.request().uri())
          .hasToString(base.replaceFirst("/$", "") + "/api/v1/Agents/ErpSync/BreakActorLink");
    }
  }

  static List<Duration> badTimeouts() {
    return List.of(
        Duration.ZERO,
        Duration.ofSeconds(-1),
        Duration.ofNanos(999_999),
        Duration.ofDays(1).plusNanos(1),
        Duration.ofSeconds(Long.MAX_VALUE));
  }

  @ParameterizedTest
  @MethodSource("badTimeouts")
  void refusesTimeoutsOutOfRange(Duration timeout) {
    var builder = ErpSyncClient.builder("http://localhost");

    assertThatThrownBy(() -> builder.timeout(timeout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeout must be from 1 millisecond to 1 day");
    assertThatThrownBy(() -> builder.connectTimeout(timeout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("connectTimeout must be from 1 millisecond to 1 day");
  }

  @Test
  void aLaterSettingDoesNotChangeAClientThatWasBuilt() {
    try (var server = StubServer.answering(200, "true")) {
      var builder = server.client().language("en");
      var client = builder.build();
      builder.language("sv").basic("u", "p");
      client.actorLinks().breakActorLink(new BreakActorLinkRequest());

      assertThat(server.request().header("Accept-Language")).containsExactly("en");
      assertThat(server.request().header("Authorization")).isEmpty();
    }
  }

  @Test
  void asksForNoUpgradeToHttp2() {
    try (var server = StubServer.answering(200, "true")) {
      server.client().build().actorLinks().breakActorLink(new BreakActorLinkRequest());

      assertThat(server.request().header("Upgrade")).isEmpty();
      assertThat(server.request().header("HTTP2-Settings")).isEmpty();
    }
  }
}

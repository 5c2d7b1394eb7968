package dev.erpsync.client.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpsync.client.ErpSyncClient;
import dev.erpsync.client.StubServer;
import dev.erpsync.client.model.BreakActorLinkRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** The client as a bean of Spring. */
class SpringTest {

  @Configuration(proxyBeanMethods = false)
  static class ErpSyncConfiguration {
    // example: spring
    @Bean
    ErpSyncClient erpSync(Environment env) {
      String token = env.getRequiredProperty("erpsync.token");
      return ErpSyncClient.builder(env.getRequiredProperty("erpsync.url")).bearer(token).build();
    }
    // end
  }

  /** A bean of the program, into which the client is put. */
  record Links(ErpSyncClient erpSync) {}

  @Test
  void isConfiguredByProperties() {
    try (var server = StubServer.answering(200, "true");
        var context = context(Map.of("erpsync.url", server.address(), "erpsync.token", "t1"))) {
      context.refresh();
      var links = context.getBean(Links.class).erpSync().actorLinks();

      assertThat(links.breakActorLink(new BreakActorLinkRequest())).isTrue();
      assertThat(server.request().header("Authorization")).containsExactly("Bearer t1");
    }
  }

  @Test
  void aMissingPropertyStopsTheStart() {
    try (var context = context(Map.of("erpsync.url", "http://127.0.0.1"))) {
      assertThatThrownBy(context::refresh)
          .hasRootCauseMessage("Required key 'erpsync.token' not found");
    }
  }

  private static AnnotationConfigApplicationContext context(Map<String, Object> properties) {
    var context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", properties));
    context.register(ErpSyncConfiguration.class, Links.class);
    return context;
  }
}

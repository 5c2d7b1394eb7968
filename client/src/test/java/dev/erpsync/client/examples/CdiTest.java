package dev.erpsync.client.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.client.ErpSyncClient;
import dev.erpsync.client.StubServer;
import dev.erpsync.client.model.BreakActorLinkRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

/** The client as a bean of CDI. */
class CdiTest {

  @Dependent
  static class ErpSync {
    // example: cdi
    @Produces
    @Singleton
    ErpSyncClient erpSync(Settings settings) {
      return ErpSyncClient.builder(settings.url()).bearer(settings.token()).build();
    }
    // end
  }

  /** A bean of the program that knows where the server is. */
  @Dependent
  static class Settings {
    String url() {
      return System.getProperty("erpsync.test.url");
    }

    String token() {
      return "t1";
    }
  }

  /** A bean of the program, into which the client is put. */
  @Dependent
  static class Links {
    private final ErpSyncClient erpSync;

    @Inject
    Links(ErpSyncClient erpSync) {
      this.erpSync = erpSync;
    }
  }

  @Test
  void isConfiguredByAProducer() {
    try (var server = StubServer.answering(200, "true")) {
      System.setProperty("erpsync.test.url", server.address());
      try (var container =
          SeContainerInitializer.newInstance()
              .disableDiscovery()
              .addBeanClasses(ErpSync.class, Settings.class, Links.class)
              .initialize()) {
        var first = container.select(Links.class).get().erpSync;
        var second = container.select(Links.class).get().erpSync;

        assertThat(first.actorLinks().breakActorLink(new BreakActorLinkRequest())).isTrue();
        assertThat(server.request().header("Authorization")).containsExactly("Bearer t1");
        assertThat(second).isSameAs(first);
      } finally {
        System.clearProperty("erpsync.test.url");
      }
    }
  }
}

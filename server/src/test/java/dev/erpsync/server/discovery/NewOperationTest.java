package dev.erpsync.server.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.spec.Contract;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operation that the contract gets is described without a line of code. */
@Tag("D19")
class NewOperationTest {
  private static final URI BASE = URI.create("http://localhost:1/");

  @Test
  void isListedAndDescribed() {
    ObjectNode document = Contract.erpSync().document().deepCopy();
    ObjectNode operation =
        document.at("/paths/~1api~1v1~1Agents~1ErpSync~1BreakActorLink/post").deepCopy();
    operation.put("operationId", "MendActorLink").put("summary", "Mends a link.");
    ((ObjectNode) document.path("paths"))
        .putObject("/api/v1/Agents/ErpSync/MendActorLink")
        .set("post", operation);

    var discovery = new Discovery(Contract.of(document), Contract.discovery());

    assertThat(
            discovery
                .operations(BASE)
                .get("http://localhost:1/api/v1/Agents/ErpSync/MendActorLink"))
        .containsEntry("POST", "?$select={$select} Mends a link.");
    assertThat(discovery.describe("MendActorLink", BASE))
        .hasValueSatisfying(d -> assertThat(d.getSummary()).isEqualTo("Mends a link."));
  }
}

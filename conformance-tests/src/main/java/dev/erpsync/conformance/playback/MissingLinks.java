package dev.erpsync.conformance.playback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.replay.Effects;
import java.util.List;

/**
 * Links that must have been there before the recording began: a link that is broken, or one that
 * stands in the way of another. Of each only the side is known that the exchange names; the other
 * one is guessed. For connections that the recording makes nothing is guessed: there the exchanges
 * themselves have to account for every response.
 */
final class MissingLinks {
  static final String LIST = "ActorLinks";
  private static final String CONNECTION = "ErpConnectionId";
  private static final String KEY = "ErpKey";
  private static final List<String> CRM_SIDE = List.of("CrmActorType", "CrmRecordId");
  private static final List<String> ERP_SIDE = List.of("ErpActorType", KEY);

  private MissingLinks() {}

  /**
   * The links that are missing.
   *
   * @param given links of a state that explains the response
   */
  static ArrayNode of(JsonNode given, Exchanged exchanged, Sides sides) {
    ArrayNode missing = JsonNodeFactory.instance.arrayNode();
    for (JsonNode link : given) {
      Entity connection = Entity.connection(link.path(CONNECTION).asInt());
      boolean isDeleted = connection.row(sides.recorded()).path("Deleted").asBoolean();
      if (!sides.created().contains(connection) && !isDeleted && !isExplained(exchanged, sides)) {
        ObjectNode row = link.deepCopy();
        if (!exchanged.arguments().has(KEY)) {
          row.put(KEY, "recorded-" + row.path("CrmRecordId").asText());
        }
        missing.add(row);
      }
    }
    return missing;
  }

  /** Guessed links in spite of which something else could be linked: they are gone. */
  static List<JsonNode> disproved(Exchanged exchanged, Sides sides) {
    return exchanged.arguments().has(KEY) && !Effects.isRefused(exchanged.response())
        ? sides.guessed().stream().filter(link -> concerns(link, exchanged)).toList()
        : List.of();
  }

  private static boolean isExplained(Exchanged exchanged, Sides sides) {
    return sides.recorded().path(LIST).valueStream().anyMatch(link -> concerns(link, exchanged));
  }

  /** Whether a link has a side that a call names. */
  private static boolean concerns(JsonNode link, Exchanged exchanged) {
    JsonNode arguments = exchanged.arguments();
    return agree(List.of(CONNECTION), link, arguments)
        && (agree(CRM_SIDE, link, arguments) || agree(ERP_SIDE, link, arguments));
  }

  private static boolean agree(List<String> names, JsonNode one, JsonNode other) {
    return names.stream().allMatch(name -> one.path(name).equals(other.path(name)));
  }
}

package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Links as the state shows them, in the words of the operations. */
final class LinkRows {
  private static final List<String> CRM_SIDE =
      List.of("ErpConnectionId", "CrmRecordId", "CrmActorType");
  private static final List<String> LINK =
      List.of("ErpConnectionId", "CrmRecordId", "CrmActorType", "ErpKey", "ErpActorType");

  private LinkRows() {}

  /** Adds the link; one that stands already stays as it is. (D32) */
  static void add(ArrayNode links, JsonNode arguments) {
    Rows.remove(links, link -> Rows.agree(LINK, link, arguments));
    ObjectNode link = links.addObject();
    LINK.forEach(name -> link.set(name, arguments.path(name)));
  }

  /** Removes what links the record on the connection. (D33) */
  static void remove(ArrayNode links, JsonNode arguments) {
    Rows.remove(links, link -> Rows.agree(CRM_SIDE, link, arguments));
  }
}

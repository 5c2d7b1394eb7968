package dev.erpsync.server.emulator;

import dev.erpsync.server.connection.Connection;
import dev.erpsync.server.connector.Connector;
import dev.erpsync.server.emulator.StoredFields.CrmValue;
import dev.erpsync.server.emulator.StoredFields.ErpValue;
import dev.erpsync.server.link.ActorLink;
import java.util.List;

/**
 * Everything that is stored. A connection whose GUID is blank keeps the one it has, or gets a new
 * one.
 *
 * @param priorities ids of the connections that have a priority, the first one first, 0 for the CRM
 *     (D52)
 */
public record State(
    List<Connector> connectors,
    List<Connection> connections,
    List<ActorLink> links,
    List<CrmValue> crmValues,
    List<ErpValue> erpValues,
    List<Integer> priorities) {
  /** A state in which no connection has a priority. */
  public State(
      List<Connector> connectors,
      List<Connection> connections,
      List<ActorLink> links,
      List<CrmValue> crmValues,
      List<ErpValue> erpValues) {
    this(connectors, connections, links, crmValues, erpValues, List.of());
  }
}

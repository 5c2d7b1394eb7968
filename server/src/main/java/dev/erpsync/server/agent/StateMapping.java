package dev.erpsync.server.agent;

import dev.erpsync.server.connection.Connection;
import dev.erpsync.server.connection.ConnectionChange;
import dev.erpsync.server.connector.Connector;
import dev.erpsync.server.connector.ConnectorChange;
import dev.erpsync.server.emulator.State;
import dev.erpsync.server.emulator.StoredFields.CrmValue;
import dev.erpsync.server.emulator.StoredFields.ErpValue;
import dev.erpsync.server.link.CrmActor;
import dev.erpsync.server.link.ErpActor;
import dev.erpsync.server.model.ActorLink;
import dev.erpsync.server.model.CrmFieldValue;
import dev.erpsync.server.model.EmulatorState;
import dev.erpsync.server.model.ErpConnection;
import dev.erpsync.server.model.ErpFieldValue;
import dev.erpsync.server.model.ErpSyncConnectorEntity;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A whole state on the wire and in the domain. */
public final class StateMapping {
  private StateMapping() {}

  /** The state as seeded; an absent list is empty, an absent property takes its default. */
  public static State toDomain(EmulatorState wire) {
    return new State(
        map(wire.getConnectors(), StateMapping::connector),
        map(wire.getConnections(), StateMapping::connection),
        map(wire.getActorLinks(), StateMapping::link),
        map(
            wire.getCrmFieldValues(),
            v ->
                new CrmValue(
                    new CrmActor(v.getCrmActorType(), v.getCrmRecordId()),
                    v.getCrmFieldKey(),
                    v.getValue())),
        map(
            wire.getErpFieldValues(),
            v ->
                new ErpValue(
                    v.getErpConnectionId(),
                    new ErpActor(v.getErpActorType(), v.getErpKey()),
                    v.getCrmFieldKey(),
                    v.getValue())),
        map(wire.getSyncPriorities(), id -> id));
  }

  static EmulatorState toWire(State state) {
    return new EmulatorState()
        .connectors(map(state.connectors(), ConnectorMapping::toWire))
        .connections(map(state.connections(), ConnectionMapping::toWire))
        .actorLinks(map(state.links(), StateMapping::link))
        .crmFieldValues(
            map(
                state.crmValues(),
                v ->
                    new CrmFieldValue()
                        .crmActorType(v.record().type())
                        .crmRecordId(v.record().recordId())
                        .crmFieldKey(v.crmFieldKey())
                        .value(v.value())))
        .erpFieldValues(
            map(
                state.erpValues(),
                v ->
                    new ErpFieldValue()
                        .erpConnectionId(v.connectionId())
                        .erpActorType(v.actor().type())
                        .erpKey(v.actor().key())
                        .crmFieldKey(v.crmFieldKey())
                        .value(v.value())))
        .syncPriorities(state.priorities());
  }

  private static Connector connector(ErpSyncConnectorEntity wire) {
    ConnectorChange change = ConnectorMapping.toChange(wire);
    return change.applyTo(new Connector(change.id(), null, null, false));
  }

  private static Connection connection(ErpConnection wire) {
    ConnectionChange change = ConnectionMapping.toChange(wire);
    String guid = wire.getConnectionId();
    return change.applyTo(Connection.fresh(change.id(), guid == null ? "" : guid));
  }

  private static dev.erpsync.server.link.ActorLink link(ActorLink wire) {
    return new dev.erpsync.server.link.ActorLink(
        wire.getErpConnectionId(),
        new CrmActor(wire.getCrmActorType(), wire.getCrmRecordId()),
        new ErpActor(wire.getErpActorType(), wire.getErpKey()));
  }

  private static ActorLink link(dev.erpsync.server.link.ActorLink link) {
    return new ActorLink()
        .erpConnectionId(link.connectionId())
        .crmRecordId(link.crm().recordId())
        .crmActorType(link.crm().type())
        .erpKey(link.erp().key())
        .erpActorType(link.erp().type());
  }

  private static <A, B> List<B> map(@Nullable List<A> items, Function<A, B> mapping) {
    return items == null ? List.of() : items.stream().map(mapping).toList();
  }
}

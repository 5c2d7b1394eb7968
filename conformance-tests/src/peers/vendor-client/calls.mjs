// One call of every operation that succeeds in the state of emulator.mjs. `access` says who may make it: everybody, who has
// access to the connection, or administrators. What is done `once` is rejected the second time.
import { INACTIVE, UNUSED, USED } from './emulator.mjs';

export const calls = {
  CreateActorLink: { access: 'connection', call: (agent, on, options) => agent.createActorLinkAsync(on, 285, 'Contact', 'C285', 'Customer', options) },
  ConnectActor: { access: 'connection', call: (agent, on, options) => agent.connectActorAsync(on, 285, 'Contact', 'C285', 'Customer', [], options) },
  TryConnectActor: { access: 'connection', call: (agent, on, options) => agent.tryConnectActorAsync(on, 285, 'Contact', 'C285', 'Customer', [], options) },
  BreakActorLink: { access: 'connection', call: (agent, on, options) => agent.breakActorLinkAsync(on, 473, 'Contact', options) },
  GetConnectionsAndDisplayFields: { access: 'everybody', call: (agent, on, options) => agent.getConnectionsAndDisplayFieldsAsync('Contact', 473, options) },
  SaveConnection: {
    access: 'administrators',
    call: (agent, on, options) => agent.saveConnectionAsync({ erpConnectionId: on, displayDescription: 'Changed' }, options),
  },
  GetConnection: { access: 'connection', call: (agent, on, options) => agent.getConnectionAsync(on, options) },
  GetAllConnections: { access: 'everybody', call: (agent, on, options) => agent.getAllConnectionsAsync(true, options) },
  GetErpConnectionConfigFields: { access: 'connection', call: (agent, on, options) => agent.getErpConnectionConfigFieldsAsync(on, options) },
  GetErpSyncConnectionSummary: { access: 'connection', call: (agent, on, options) => agent.getErpSyncConnectionSummaryAsync(on, options) },
  ToggleErpConnectionActive: { access: 'administrators', call: (agent, on, options) => agent.toggleErpConnectionActiveAsync(on, options) },
  SaveErpConnectionSyncPriorities: { access: 'administrators', call: (agent, on, options) => agent.saveErpConnectionSyncPrioritiesAsync([INACTIVE, on], options) },
  DeleteConnection: { access: 'administrators', once: true, call: (agent, on, options) => agent.deleteConnectionAsync(on, options) },
  CreateDefaultErpSyncConnectorEntity: { access: 'administrators', call: (agent, on, options) => agent.createDefaultErpSyncConnectorEntityAsync(options) },
  SaveErpSyncConnectorEntity: {
    access: 'administrators',
    call: (agent, on, options) => agent.saveErpSyncConnectorEntityAsync({ erpConnectorId: USED, displayName: 'Changed' }, options),
  },
  GetErpSyncConnectorEntity: { access: 'everybody', call: (agent, on, options) => agent.getErpSyncConnectorEntityAsync(USED, options) },
  GetAllConnectors: { access: 'everybody', call: (agent, on, options) => agent.getAllConnectorsAsync(options) },
  CanDeleteErpSyncConnectorEntity: { access: 'administrators', call: (agent, on, options) => agent.canDeleteErpSyncConnectorEntityAsync(UNUSED, options) },
  DeleteErpSyncConnectorEntity: { access: 'administrators', once: true, call: (agent, on, options) => agent.deleteErpSyncConnectorEntityAsync(UNUSED, options) },
};

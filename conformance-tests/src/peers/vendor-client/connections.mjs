// Connections: saving and reading back, deleting, switching, the order.
import { equal, rejected, that } from './checks.mjs';
import { CLOSED, DELETED, INACTIVE, NAME, OPEN, UNKNOWN, UNUSED, USED } from './emulator.mjs';

const NEW = {
  erpConnectionId: 0,
  erpConnectorId: UNUSED,
  displayName: 'New',
  displayDescription: 'Of a check',
  active: true,
  connectionId: '',
  mostRecentTimestamp: '2026-01-01',
  configFields: { Company: '2', 'lower.case': 'kept', 'With blank': '' },
  deleted: false,
  allAccess: false,
  userGroupAccessIds: [1, 2],
  associateAccessIds: [3],
};

/** A connection as the emulator stores it. */
const stored = (connection) => ({
  ...Object.fromEntries(Object.entries(connection).map(([name, value]) => [name[0].toUpperCase() + name.slice(1), value])),
  TableRight: null,
  FieldProperties: null,
});

const ids = (connections) => connections.map((each) => each.erpConnectionId);
const values = ({ tableRight, fieldProperties, ...rest }) => rest;
const row = (state, id) => state.Connections.find((each) => each.ErpConnectionId === id);

export async function connections(check) {
  await saving(check);
  await reading(check);
  await switching(check);
}

async function saving(check) {
  await check('SaveConnection', 'inserts a connection that reads back the same', async (x) => {
    const saved = await x.administrator.saveConnectionAsync(NEW);
    that(saved.erpConnectionId > INACTIVE, 'a new id', saved.erpConnectionId);
    that(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(saved.connectionId), 'a GUID', saved.connectionId);
    const expected = { ...NEW, erpConnectionId: saved.erpConnectionId, connectionId: saved.connectionId };
    equal(values(saved), expected);
    equal(values(await x.administrator.getConnectionAsync(saved.erpConnectionId)), expected);
    await x.changed((state) => state.Connections.push(stored(expected)));
  });
  await check('SaveConnection', 'inserts a connection of which only the connector and the name are sent', async (x) => {
    const saved = await x.administrator.saveConnectionAsync({ connection: { erpConnectorId: USED, displayName: 'Short' } });
    equal([saved.erpConnectorId, saved.displayName], [USED, 'Short']);
    equal((await x.administrator.getConnectionAsync(saved.erpConnectionId)).displayName, 'Short');
  });
  await check('SaveConnection', 'changes what was read, and nothing else', async (x) => {
    const read = await x.administrator.getConnectionAsync(OPEN);
    Object.assign(read, { displayName: 'Changed', configFields: { Company: '3' }, associateAccessIds: [5], allAccess: false });
    equal(values(await x.administrator.saveConnectionAsync(read)), values(read));
    equal(values(await x.administrator.getConnectionAsync(OPEN)), values(read));
    await x.changed((state) => Object.assign(row(state, OPEN), { DisplayName: 'Changed', ConfigFields: { Company: '3' }, AssociateAccessIds: [5], AllAccess: false }));
  });
  await check('SaveConnection', 'keeps what is not sent', async (x) => {
    await x.administrator.saveConnectionAsync({ erpConnectionId: CLOSED, displayName: 'Changed' });
    await x.changed((state) => Object.assign(row(state, CLOSED), { DisplayName: 'Changed' }));
  });
  for (const [what, id] of [['a connection', OPEN], ['a connection with access lists', CLOSED], ['a deleted connection', DELETED], ['a connection that is switched off', INACTIVE]]) {
    await check('SaveConnection', `saves ${what} back as it was read, and changes nothing`, async (x) => {
      const read = await x.administrator.getConnectionAsync(id);
      that(read.tableRight && read.fieldProperties, 'rights', read);
      await x.administrator.saveConnectionAsync(read);
      await x.unchanged();
    });
  }
  await check('SaveConnection', 'saves every connection of the list back as it was read, and changes nothing', async (x) => {
    const all = await x.administrator.getAllConnectionsAsync(true);
    equal(all.length, 4);
    for (const each of all) {
      await x.administrator.saveConnectionAsync(each);
    }
    await x.unchanged();
  });
  for (const [status, what, change] of [
    [404, 'an unknown connection', { erpConnectionId: UNKNOWN }],
    [404, 'an unknown connector', { erpConnectorId: UNKNOWN }],
    [404, 'a deleted connector', { erpConnectorId: DELETED }],
    [409, 'the ConnectionId of another connection', { connectionId: 'guid-1' }],
  ]) {
    await check('SaveConnection', `rejects ${what} with ${status}`, async (x) => {
      await rejected(x.administrator.saveConnectionAsync({ ...NEW, ...change }), status);
      await x.unchanged();
    });
  }

  await check('DeleteConnection', 'marks a connection as deleted', async (x) => {
    await x.administrator.deleteConnectionAsync(OPEN);
    equal((await x.administrator.getConnectionAsync(OPEN)).deleted, true);
    equal(ids(await x.administrator.getAllConnectionsAsync(false)), [CLOSED, INACTIVE]);
    await x.changed((state) => Object.assign(row(state, OPEN), { Deleted: true, Active: false }));
  });
  for (const [what, id] of [['an unknown connection', UNKNOWN], ['a deleted connection', DELETED]]) {
    await check('DeleteConnection', `rejects ${what} with 404`, async (x) => {
      await rejected(x.administrator.deleteConnectionAsync(id), 404);
      await x.unchanged();
    });
  }
}

async function reading(check) {
  const expected = { ...NEW, erpConnectionId: OPEN, erpConnectorId: USED, displayName: NAME.raw, displayDescription: 'For checks', connectionId: 'guid-1' };
  Object.assign(expected, { mostRecentTimestamp: '42', configFields: { Company: '1', 'lower.case': 'kept' }, allAccess: true, userGroupAccessIds: [], associateAccessIds: [] });
  await check('GetConnection', 'returns a connection', async (x) => {
    equal(values(await x.administrator.getConnectionAsync(OPEN)), expected);
  });
  await check('GetConnection', 'returns the access lists', async (x) => {
    const { allAccess, userGroupAccessIds, associateAccessIds } = await x.administrator.getConnectionAsync({ erpConnectionId: CLOSED });
    equal({ allAccess, userGroupAccessIds, associateAccessIds }, { allAccess: false, userGroupAccessIds: [7], associateAccessIds: [8, 9] });
  });
  const summary = { displayName: NAME.raw, displayDescription: 'For checks', active: true, deleted: false, lastSync: null, actors: [] };
  await check('GetErpSyncConnectionSummary', 'returns names and states', async (x) => {
    equal(values(await x.administrator.getErpSyncConnectionSummaryAsync(OPEN)), summary);
  });
  await check('GetErpConnectionConfigFields', 'returns the configuration', async (x) => {
    equal(await x.administrator.getErpConnectionConfigFieldsAsync(OPEN), expected.configFields);
  });
  for (const [operation, read] of [
    ['GetConnection', (agent, id) => agent.getConnectionAsync(id)],
    ['GetErpSyncConnectionSummary', (agent, id) => agent.getErpSyncConnectionSummaryAsync(id)],
    ['GetErpConnectionConfigFields', (agent, id) => agent.getErpConnectionConfigFieldsAsync(id)],
  ]) {
    await check(operation, 'returns null for an unknown connection', async (x) => equal(await read(x.administrator, UNKNOWN), null));
    await check(operation, 'shows a deleted connection to administrators only', async (x) => {
      that(await read(x.administrator, DELETED), 'a result', null);
      equal(await read(x.limited, DELETED), null);
    });
  }

  await check('GetAllConnections', 'leaves deleted connections out', async (x) => {
    const all = await x.administrator.getAllConnectionsAsync(false);
    equal(ids(all), [OPEN, CLOSED, INACTIVE]);
    equal(values(all[0]), { ...expected, configFields: null });
  });
  await check('GetAllConnections', 'includes deleted connections', async (x) => {
    const all = await x.administrator.getAllConnectionsAsync(true);
    equal(all.map((each) => [each.erpConnectionId, each.deleted]), [[OPEN, false], [CLOSED, false], [DELETED, true], [INACTIVE, false]]);
  });
  await check('GetAllConnections', 'lists connections to which the user has access', async (x) => {
    equal(ids(await x.limited.getAllConnectionsAsync(false)), [OPEN, INACTIVE]);
  });
}

async function switching(check) {
  for (const [what, id, active] of [['off', OPEN, false], ['on', INACTIVE, true]]) {
    await check('ToggleErpConnectionActive', `switches a connection ${what}`, async (x) => {
      equal(await x.administrator.toggleErpConnectionActiveAsync(id), []);
      equal((await x.administrator.getConnectionAsync(id)).active, active);
      await x.changed((state) => Object.assign(row(state, id), { Active: active }));
    });
  }
  for (const [what, id] of [['an unknown connection', UNKNOWN], ['a deleted connection', DELETED]]) {
    await check('ToggleErpConnectionActive', `returns why ${what} is not switched`, async (x) => {
      const reasons = await x.administrator.toggleErpConnectionActiveAsync(id);
      that(reasons.length === 1 && reasons[0] !== '', 'one reason', reasons);
      await x.unchanged();
    });
  }

  await check('SaveErpConnectionSyncPriorities', 'changes the order of connections', async (x) => {
    equal(await x.administrator.saveErpConnectionSyncPrioritiesAsync([INACTIVE, OPEN]), true);
    equal(ids(await x.administrator.getAllConnectionsAsync(false)), [INACTIVE, OPEN, CLOSED]);
    equal(ids(await x.administrator.getConnectionsAndDisplayFieldsAsync('Contact', 473)), [INACTIVE, OPEN, CLOSED]);
    await x.changed((state) => (state.SyncPriorities = [INACTIVE, OPEN]));
  });
  await check('SaveErpConnectionSyncPriorities', 'accepts the id 0, the CRM', async (x) => {
    equal(await x.administrator.saveErpConnectionSyncPrioritiesAsync([CLOSED, 0, OPEN]), true);
    equal(ids(await x.administrator.getAllConnectionsAsync(false)), [CLOSED, OPEN, INACTIVE]);
    await x.changed((state) => (state.SyncPriorities = [CLOSED, 0, OPEN]));
  });
  for (const [what, list] of [['an unknown id', [OPEN, UNKNOWN]], ['a deleted connection', [DELETED]], ['an id that is named twice', [OPEN, OPEN]], ['the id 0 named twice', [0, OPEN, 0]]]) {
    await check('SaveErpConnectionSyncPriorities', `returns false for ${what}`, async (x) => {
      equal(await x.administrator.saveErpConnectionSyncPrioritiesAsync(list), false);
      await x.unchanged();
    });
  }
}

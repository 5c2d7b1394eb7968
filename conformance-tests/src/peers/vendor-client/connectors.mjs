// Connectors: saving and reading back, deleting.
import { equal, rejected, that } from './checks.mjs';
import { DELETED, UNKNOWN, UNUSED, USED } from './emulator.mjs';

const NEW = { erpConnectorId: 0, displayName: 'New', uRL: 'http://127.0.0.1:9/new', deleted: false };
const values = ({ tableRight, fieldProperties, ...rest }) => rest;
const row = (state, id) => state.Connectors.find((each) => each.ErpConnectorId === id);

export async function connectors(check) {
  await check('CreateDefaultErpSyncConnectorEntity', 'returns an empty connector and stores nothing', async (x) => {
    equal(values(await x.administrator.createDefaultErpSyncConnectorEntityAsync()), { erpConnectorId: 0, displayName: '', uRL: '', deleted: false });
    await x.unchanged();
  });

  await check('SaveErpSyncConnectorEntity', 'inserts a connector that reads back the same', async (x) => {
    const entity = await x.administrator.createDefaultErpSyncConnectorEntityAsync();
    Object.assign(entity, { displayName: NEW.displayName, uRL: NEW.uRL });
    const saved = await x.administrator.saveErpSyncConnectorEntityAsync(entity);
    that(saved.erpConnectorId > DELETED, 'a new id', saved.erpConnectorId);
    const expected = { ...NEW, erpConnectorId: saved.erpConnectorId };
    equal(values(saved), expected);
    equal(values(await x.administrator.getErpSyncConnectorEntityAsync(saved.erpConnectorId)), expected);
    await x.changed((state) =>
      state.Connectors.push({ ErpConnectorId: saved.erpConnectorId, DisplayName: NEW.displayName, URL: NEW.uRL, Deleted: false, TableRight: null, FieldProperties: null }),
    );
  });
  await check('SaveErpSyncConnectorEntity', 'changes what was read, and nothing else', async (x) => {
    const read = await x.administrator.getErpSyncConnectorEntityAsync(USED);
    Object.assign(read, { displayName: 'Changed', uRL: 'http://127.0.0.1:9/changed' });
    equal(values(await x.administrator.saveErpSyncConnectorEntityAsync(read)), values(read));
    equal(values(await x.administrator.getErpSyncConnectorEntityAsync(USED)), values(read));
    await x.changed((state) => Object.assign(row(state, USED), { DisplayName: 'Changed', URL: 'http://127.0.0.1:9/changed' }));
  });
  for (const [what, id] of [['a connector', USED], ['a deleted connector', DELETED]]) {
    await check('SaveErpSyncConnectorEntity', `saves ${what} back as it was read, and changes nothing`, async (x) => {
      const read = await x.administrator.getErpSyncConnectorEntityAsync(id);
      that(read.tableRight && read.fieldProperties, 'rights', read);
      await x.administrator.saveErpSyncConnectorEntityAsync(read);
      await x.unchanged();
    });
  }
  await check('SaveErpSyncConnectorEntity', 'rejects an unknown connector with 404', async (x) => {
    await rejected(x.administrator.saveErpSyncConnectorEntityAsync({ ...NEW, erpConnectorId: UNKNOWN }), 404);
    await x.unchanged();
  });
  await check('SaveErpSyncConnectorEntity', 'rejects marking a connector with connections as deleted with 409', async (x) => {
    await rejected(x.administrator.saveErpSyncConnectorEntityAsync({ erpConnectorId: USED, deleted: true }), 409);
    await x.unchanged();
  });

  await check('GetErpSyncConnectorEntity', 'returns a connector', async (x) => {
    equal(values(await x.administrator.getErpSyncConnectorEntityAsync(USED)), { erpConnectorId: USED, displayName: 'Demo ERP', uRL: 'http://127.0.0.1:9/erp', deleted: false });
  });
  await check('GetErpSyncConnectorEntity', 'returns null for an unknown connector', async (x) => {
    equal(await x.administrator.getErpSyncConnectorEntityAsync(UNKNOWN), null);
  });
  await check('GetErpSyncConnectorEntity', 'shows a deleted connector to administrators only', async (x) => {
    equal((await x.administrator.getErpSyncConnectorEntityAsync(DELETED)).deleted, true);
    equal(await x.limited.getErpSyncConnectorEntityAsync(DELETED), null);
  });

  await check('GetAllConnectors', 'lists connectors that are not deleted', async (x) => {
    const item = (id, name, toolTip) => ({ id, name, toolTip });
    const found = (await x.administrator.getAllConnectorsAsync()).map(({ id, name, toolTip }) => item(id, name, toolTip));
    equal(found, [item(USED, 'Demo ERP', 'http://127.0.0.1:9/erp'), item(UNUSED, 'Unused', 'http://127.0.0.1:9/unused')]);
  });

  for (const [id, code] of [[UNUSED, 'NoError'], [USED, 'ErrorConnectorHasConnections'], [UNKNOWN, 'ErrorNotFound'], [DELETED, 'ErrorNotFound']]) {
    await check('CanDeleteErpSyncConnectorEntity', `returns ${code} for connector ${id}`, async (x) => {
      equal(await x.administrator.canDeleteErpSyncConnectorEntityAsync(id), code);
      await x.unchanged();
    });
  }

  await check('DeleteErpSyncConnectorEntity', 'marks a connector as deleted', async (x) => {
    await x.administrator.deleteErpSyncConnectorEntityAsync(UNUSED);
    equal((await x.administrator.getErpSyncConnectorEntityAsync(UNUSED)).deleted, true);
    await x.changed((state) => Object.assign(row(state, UNUSED), { Deleted: true }));
  });
  for (const [status, what, id] of [[409, 'a connector with connections', USED], [404, 'an unknown connector', UNKNOWN], [404, 'a deleted connector', DELETED]]) {
    await check('DeleteErpSyncConnectorEntity', `rejects ${what} with ${status}`, async (x) => {
      await rejected(x.administrator.deleteErpSyncConnectorEntityAsync(id), status);
      await x.unchanged();
    });
  }
}

// Links between records of the CRM and actors of the ERP.
import { equal, rejected } from './checks.mjs';
import { CLOSED, DELETED, INACTIVE, LINK, NAME, OPEN, UNKNOWN } from './emulator.mjs';

const CREATING = [
  ['CreateActorLink', (agent, on, ...rest) => agent.createActorLinkAsync(on, ...rest)],
  ['TryConnectActor', (agent, on, ...rest) => agent.tryConnectActorAsync(on, ...rest, [])],
];

const CONFLICTS = [
  ['the record is linked to another actor', [OPEN, 473, 'Contact', 'C285', 'Customer']],
  ['the actor is linked to another record', [OPEN, 285, 'Contact', 'C473', 'Customer']],
  ['the types cannot be linked', [OPEN, 285, 'Contact', 'P285', 'Project']],
];

const ABSENT = [
  ['an unknown connection', [UNKNOWN, 285, 'Contact', 'C285', 'Customer']],
  ['a deleted connection', [DELETED, 285, 'Contact', 'C285', 'Customer']],
];

const NEW = { ErpConnectionId: OPEN, CrmRecordId: 285, CrmActorType: 'Contact', ErpKey: 'C285', ErpActorType: 'Customer' };

const VALUES = [
  { displayName: 'Name', crmFieldKey: 'contact/name', value: 'To both', displayValue: 'To both', syncToCrm: true, syncToErp: true },
  { displayName: 'Code', crmFieldKey: 'contact/code', value: 'To the ERP', displayValue: '', syncToCrm: false, syncToErp: true },
  { displayName: 'Note', crmFieldKey: 'contact/note', value: 'To none', displayValue: '', syncToCrm: false, syncToErp: false },
];

function connected(state) {
  state.ActorLinks.push(NEW);
  const actor = { ErpConnectionId: OPEN, ErpActorType: 'Customer', ErpKey: 'C285' };
  state.CrmFieldValues.push({ CrmActorType: 'Contact', CrmRecordId: 285, CrmFieldKey: 'contact/name', Value: 'To both' });
  state.ErpFieldValues.push({ ...actor, CrmFieldKey: 'contact/name', Value: 'To both' }, { ...actor, CrmFieldKey: 'contact/code', Value: 'To the ERP' });
}

export async function links(check) {
  for (const [operation, create] of CREATING) {
    await check(operation, 'creates a link', async (x) => {
      equal(await create(x.administrator, OPEN, 285, 'Contact', 'C285', 'Customer'), true);
      await x.changed((state) => state.ActorLinks.push(NEW));
    });
    await check(operation, 'returns true for a link that exists', async (x) => {
      equal(await create(x.administrator, OPEN, 473, 'Contact', 'C473', 'Customer'), true);
      await x.unchanged();
    });
    for (const [why, link] of [...CONFLICTS.map(([when, link]) => [`when ${when}`, link]), ...ABSENT.map(([on, link]) => [`on ${on}`, link])]) {
      await check(operation, `returns false ${why}`, async (x) => {
        equal(await create(x.administrator, ...link), false);
        await x.unchanged();
      });
    }
  }
  await check('CreateActorLink', 'accepts a request object', async (x) => {
    equal(await x.administrator.createActorLinkAsync({ erpConnectionId: OPEN, crmRecordId: 285, crmActorType: 'Contact', erpKey: 'C285', erpActorType: 'Customer' }), true);
    await x.changed((state) => state.ActorLinks.push(NEW));
  });
  await check('TryConnectActor', 'writes the field values', async (x) => {
    equal(await x.administrator.tryConnectActorAsync(OPEN, 285, 'Contact', 'C285', 'Customer', VALUES), true);
    await x.changed(connected);
  });

  await check('ConnectActor', 'creates a link and writes the field values', async (x) => {
    await x.administrator.connectActorAsync(OPEN, 285, 'Contact', 'C285', 'Customer', VALUES);
    await x.changed(connected);
  });
  await check('ConnectActor', 'creates a link without field values', async (x) => {
    await x.administrator.connectActorAsync(OPEN, 285, 'Contact', 'C285', 'Customer', null);
    await x.changed((state) => state.ActorLinks.push(NEW));
  });
  for (const [when, link] of CONFLICTS) {
    await check('ConnectActor', `rejects with 409 when ${when}`, async (x) => {
      await rejected(x.administrator.connectActorAsync(...link, VALUES), 409);
      await x.unchanged();
    });
  }
  for (const [on, link] of ABSENT) {
    await check('ConnectActor', `rejects with 404 on ${on}`, async (x) => {
      await rejected(x.administrator.connectActorAsync(...link, VALUES), 404);
      await x.unchanged();
    });
  }

  await check('BreakActorLink', 'removes a link, once', async (x) => {
    equal(await x.administrator.breakActorLinkAsync(OPEN, 473, 'Contact'), true);
    await x.changed((state) => state.ActorLinks.pop());
    equal(await x.administrator.breakActorLinkAsync(OPEN, 473, 'Contact'), false);
  });
  for (const [what, ...record] of [['a record that is not linked', OPEN, 285, 'Contact'], ['another type of record', OPEN, 473, 'Person'], ['an unknown connection', UNKNOWN, 473, 'Contact']]) {
    await check('BreakActorLink', `returns false for ${what}`, async (x) => {
      equal(await x.administrator.breakActorLinkAsync(...record), false);
      await x.unchanged();
    });
  }

  const shown = (all) => all.map(({ tableRight, fieldProperties, ...values }) => values);
  const customers = ['Customer', 'Supplier', 'Partner'];
  const row = (id, name, isConnected, types) => ({
    erpConnectionId: id,
    connectionName: name,
    connected: isConnected,
    erpFields: [],
    crmActorType: types === customers ? 'Contact' : 'Person',
    erpActorType: types[0],
    erpActorTypes: types,
  });
  await check('GetConnectionsAndDisplayFields', 'returns where a record is linked, with members of ErpActorType', async (x) => {
    const expected = [row(OPEN, NAME.raw, true, customers), row(CLOSED, 'Connection 2', false, customers), row(INACTIVE, 'Connection 4', false, customers)];
    const found = shown(await x.administrator.getConnectionsAndDisplayFieldsAsync(LINK.CrmActorType, LINK.CrmRecordId));
    equal(found, expected);
  });
  await check('GetConnectionsAndDisplayFields', 'returns the type of the actor that a record is linked to', async (x) => {
    await x.administrator.createActorLinkAsync(OPEN, 285, 'Contact', 'S285', 'Supplier');
    const [first] = await x.administrator.getConnectionsAndDisplayFieldsAsync('Contact', 285);
    equal([first.connected, first.erpActorType, first.erpActorTypes], [true, 'Supplier', customers]);
  });
  await check('GetConnectionsAndDisplayFields', 'returns only connections to which the user has access', async (x) => {
    const expected = [row(OPEN, NAME.raw, false, ['Person']), row(INACTIVE, 'Connection 4', false, ['Person'])];
    equal(shown(await x.limited.getConnectionsAndDisplayFieldsAsync('Person', 7)), expected);
  });
}

// What the client's options do to the values of a response, and what it makes of rights.
import http from 'node:http';
import { equal, rejected } from './checks.mjs';
import { LINK, NAME, OPEN, USED } from './emulator.mjs';

/** [title, options of the client, options of the call, expected name] */
const LANGUAGES = [
  ['without a language, untouched', {}, {}, NAME.raw],
  ['in the language of the call', {}, { languageCode: 'en' }, NAME.en],
  ['in the language of the client', { languageCode: 'no' }, {}, NAME.no],
  ['in the language of the call instead of the one of the client', { languageCode: 'no' }, { languageCode: 'en-us' }, NAME.en],
  ["untouched for the language '-' of the client", { languageCode: '-' }, {}, NAME.raw],
  ["untouched for the language '-' of the call", { languageCode: 'no' }, { languageCode: '-' }, NAME.raw],
  ["untouched for the language '' of the call", { languageCode: 'no' }, { languageCode: '' }, NAME.raw],
];

const READS = [
  ['GetConnection', async (agent, options) => (await agent.getConnectionAsync(OPEN, options)).displayName],
  ['GetAllConnections', async (agent, options) => (await agent.getAllConnectionsAsync(false, options))[0].displayName],
  ['GetErpSyncConnectionSummary', async (agent, options) => (await agent.getErpSyncConnectionSummaryAsync(OPEN, options)).displayName],
  ['GetConnectionsAndDisplayFields', async (agent, options) => (await agent.getConnectionsAndDisplayFieldsAsync('Contact', 473, options))[0].connectionName],
  ['SaveConnection', async (agent, options) => (await agent.saveConnectionAsync({ erpConnectionId: OPEN, displayName: NAME.raw }, options)).displayName],
];

const BOOLEAN = ['System.Boolean', 1];
const INTEGER = ['System.Int32', 4];
const TEXT = (length) => ['System.String', length];
const FIELDS = [
  ['GetConnection', (agent) => agent.getConnectionAsync(OPEN), { ErpConnectionId: INTEGER, DisplayName: TEXT(254), Active: BOOLEAN, AllAccess: BOOLEAN }],
  ['GetErpSyncConnectionSummary', (agent) => agent.getErpSyncConnectionSummaryAsync(OPEN), { DisplayName: TEXT(254), Active: BOOLEAN, Deleted: BOOLEAN, LastSync: ['System.DateTime', 16] }],
  ['GetErpSyncConnectorEntity', (agent) => agent.getErpSyncConnectorEntityAsync(USED), { ErpConnectorId: INTEGER, DisplayName: TEXT(254), URL: TEXT(1023), Deleted: BOOLEAN }],
  [
    'GetConnectionsAndDisplayFields',
    async (agent) => (await agent.getConnectionsAndDisplayFieldsAsync('Contact', 473))[0],
    { ErpConnectionId: INTEGER, ConnectionName: TEXT(254), Connected: BOOLEAN },
  ],
];

export async function options(check, api) {
  for (const [operation, read] of READS) {
    for (const [title, client, call, expected] of LANGUAGES) {
      await check(operation, `returns the name ${title}`, async (x) => equal(await read(x.as('administrator', client), call), expected));
    }
    await check(operation, 'returns the name untouched for ResourceParsing.DoNotParse', async (x) => {
      const client = { languageCode: 'no', resourceParsing: api.ResourceParsing.DoNotParse };
      equal(await read(x.as('administrator', client)), NAME.raw);
    });
    await check(operation, 'rejects an unknown culture beside a language', (x) => rejected(read(x.as('administrator', { languageCode: 'no', cultureCode: 'qq' })), 400));
  }

  // The client keeps the headers of a call for the next one when its configuration has headers, as with a ticket: then the
  // second call sends `includeTZOffset,includeTZOffset`.
  for (const each of [{ timezoneInclude: true }, { timezone: 'UTC', timezoneInclude: true }]) {
    await check('GetErpSyncConnectionSummary', `accepts the options ${JSON.stringify(each)} on two calls, the second without the zone`, async (x) => {
      const agent = x.as('ticket');
      await agent.getErpSyncConnectionSummaryAsync(OPEN, { ...each });
      await agent.getErpSyncConnectionSummaryAsync(OPEN, { timezoneInclude: true });
    });
  }

  await check('CreateActorLink', 'can be repeated after it was cancelled on the way', async (x) => {
    const call = { abortController: new AbortController() };
    const httpAgent = new http.Agent();
    const create = httpAgent.createConnection.bind(httpAgent);
    httpAgent.createConnection = (...all) => create(...all).once('connect', () => setImmediate(() => call.abortController.abort()));
    const cancelled = x.as('administrator', { axiosConfig: { httpAgent } }).createActorLinkAsync(OPEN, 285, 'Contact', 'C285', 'Customer', call);
    equal(await cancelled.then(() => 'not cancelled', (error) => error.code), 'ERR_CANCELED');
    equal(call.requestStatus, api.WebApiStatus.Cancelled);
    equal(await x.administrator.createActorLinkAsync(OPEN, 285, 'Contact', 'C285', 'Customer'), true);
    await x.changed((state) => state.ActorLinks.push({ ...LINK, CrmRecordId: 285, ErpKey: 'C285' }));
  });

  const { ETableRight, EFieldRight } = api;
  for (const [operation, read, fields] of FIELDS) {
    for (const [who, tableRight, fieldRight] of [['administrator', ETableRight.FULL, EFieldRight.Update], ['limited', ETableRight.R, EFieldRight.Read]]) {
      await check(operation, `returns rights that the client can read, for the ${who === 'limited' ? 'limited user' : who}`, async (x) => {
        const found = await read(x.as(who));
        equal(found.tableRight.mask, tableRight, 'TableRight');
        for (const [name, { fieldRight: { mask } }] of Object.entries(found.fieldProperties)) {
          equal(EFieldRight[mask & EFieldRight.Update], EFieldRight[fieldRight], `FieldRight of ${name}`);
        }
      });
    }
    await check(operation, 'returns types and lengths of fields', async (x) => {
      const { fieldProperties } = await read(x.administrator);
      for (const [name, expected] of Object.entries(fields)) {
        equal([fieldProperties[name]?.fieldType, fieldProperties[name]?.fieldLength], expected, `FieldProperties/${name}`);
      }
    });
  }
}

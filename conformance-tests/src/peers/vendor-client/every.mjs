// What is the same for every operation: who may call it, what the headers may say, cancelling.
import { calls } from './calls.mjs';
import { equal, rejected, that } from './checks.mjs';
import { CLOSED, OPEN } from './emulator.mjs';

const ACCEPTED = [
  ['Basic', 'administrator'],
  ['an SOTicket', 'ticket'],
  ['a Bearer token', 'token'],
  ['a session with X-XSRF-TOKEN', 'session'],
];

const REJECTED = [
  [401, 'a wrong SOTicket', 'wrongTicket'],
  [401, 'a session without X-XSRF-TOKEN', 'sessionWithoutXsrf'],
  [401, 'Basic without an SO-AppToken', 'withoutApp'],
  [403, 'an SO-AppToken without the right', 'otherApp'],
];

/** Time zones that the client's comments and tests name, in each form that its options can give. */
const TIME_ZONES = [
  ...['', 'UTC', 'utc', 'NO', 'no', 'FR'].flatMap((timezone) => [{ timezone }, { timezone, timezoneInclude: true }]),
  { timezoneInclude: true },
];

const LANGUAGES = [
  ...['en', 'en-us', 'nb-NO', 'sv', '*', 'x', '-', ''].map((languageCode) => ({ languageCode })),
  { languageCode: 'no', cultureCode: 'en-us' },
  { cultureCode: 'en-us' },
];

/** Makes a call with each of several options, and tells which were rejected. */
async function allow(all, call) {
  const rejections = [];
  for (const options of all) {
    await call(options).catch((error) => {
      that(error.response, 'a response', error.message);
      rejections.push(`${JSON.stringify(options)}: ${error.response.status}`);
    });
  }
  equal(rejections, [], 'rejected options');
}

/** @param check runs a check of one operation, in the state of emulator.mjs */
export async function every(check, api) {
  for (const [operation, { access, call, once }] of Object.entries(calls)) {
    for (const [what, who] of ACCEPTED) {
      await check(operation, `accepts ${what}`, async (x) => {
        await call(x.as(who), OPEN, x.observed());
      });
    }
    for (const [status, what, who] of REJECTED) {
      await check(operation, `rejects ${what}`, async (x) => {
        await rejected(call(x.as(who), OPEN), status);
        await x.unchanged();
      });
    }
    if (access === 'everybody') {
      await check(operation, 'is for every user', (x) => call(x.as('limited'), OPEN, x.observed()));
    } else {
      const on = access === 'connection' ? CLOSED : OPEN;
      await check(operation, access === 'connection' ? 'rejects a user without access to the connection' : 'is for administrators only', async (x) => {
        await rejected(call(x.as('limited'), on), 403);
        await x.unchanged();
      });
    }
    if (access === 'connection') {
      await check(operation, 'is for users with access to the connection', (x) => call(x.as('limited'), OPEN, x.observed()));
    }
    for (const [what, all] of [['time zone', TIME_ZONES], ['language', LANGUAGES]]) {
      await check(operation, `accepts every ${what} option of a call`, (x) =>
        allow(all, async (options) => {
          await (once && x.begin());
          await call(x.as('administrator'), OPEN, x.observed(options));
        }),
      );
    }
    await check(operation, 'rejects an unknown time zone', async (x) => {
      await rejected(call(x.as('administrator', { timezone: 'Nowhere' }), OPEN), 400);
      await x.unchanged();
    });
    await check(operation, 'does nothing when it is cancelled at once', async (x) => {
      const options = { abortController: new AbortController() };
      const cancelled = call(x.as('administrator'), OPEN, options);
      options.abortController.abort();
      const reason = await cancelled.then(() => 'not cancelled', (error) => error.code);
      equal([reason, options.requestStatus], ['ERR_CANCELED', api.WebApiStatus.Cancelled]);
      await x.unchanged();
    });
  }
  const { DoNotParse } = api.ResourceParsing;
  await check('GetAllConnectors', 'accepts every option of the client', (x) =>
    allow([...TIME_ZONES, ...LANGUAGES, { resourceParsing: DoNotParse }], (options) => calls.GetAllConnectors.call(x.as('administrator', options))),
  );
  await check('GetAllConnectors', 'rejects a wrong password', (x) => rejected(calls.GetAllConnectors.call(x.as('wrongPassword')), 401));
}

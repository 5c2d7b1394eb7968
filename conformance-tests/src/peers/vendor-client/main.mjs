// Checks one server at one level.
// node main.mjs PACKAGE COUNTS-FILE URL LEVEL CONTRACT, and in the environment TICKET, TOKEN, APP and OTHER_APP
import fs from 'node:fs';
import path from 'node:path';
import { calls } from './calls.mjs';
import { Checks, equal, that } from './checks.mjs';
import { agent, callers, load } from './client.mjs';
import { connections } from './connections.mjs';
import { connectors } from './connectors.mjs';
import { Emulator, sorted } from './emulator.mjs';
import { every } from './every.mjs';
import { links } from './links.mjs';
import { options } from './options.mjs';
import { recorded } from './recorded.mjs';
import { strict } from './strict.mjs';

const [installed, counts, url, level, contract] = process.argv.slice(2);
const folder = path.join(installed, 'node_modules/@superoffice/webapi');
const api = load(folder);
const emulator = new Emulator(url, 'anna', "anna's");
const { TICKET: ticket, TOKEN: token, APP: app, OTHER_APP: otherApp } = process.env;
const who = callers({ ticket, token, app, otherApp, session: await emulator.session() });
const checks = new Checks(level);
const responses = [];

/** Options of a call that also keep its response; the client changes what it converts, so a copy is kept. */
const observed = (given) => ({
  ...given,
  responseCallback: ({ config, data }) =>
    responses.push({ operation: config.url.split('?')[0], header: config.headers.get('SO-TimeZone') ?? '', body: structuredClone(data) }),
});

/** Runs one check of one operation; its body gets what it needs, in the state of emulator.mjs. */
async function check(operation, title, body) {
  await checks.check(operation, title, async () => {
    const before = await emulator.begin();
    const as = (name, given) => agent(api, url, who[name], given);
    await body({
      as,
      observed,
      begin: () => emulator.begin(),
      administrator: as('administrator'),
      limited: as('limited'),
      /** Nothing stored has changed since the beginning. */
      unchanged: async () => equal(await emulator.state(), before, 'state'),
      /** What is stored is the state of the beginning with these changes. */
      changed: async (change) => {
        change(before);
        equal(await emulator.state(), sorted(before), 'state');
      },
    });
  });
}

const { paths } = JSON.parse(fs.readFileSync(contract, 'utf8'));
const operations = Object.values(paths).map(({ post }) => post.operationId);
if (level === 'strict') {
  await strict(check);
} else {
  const seen = new Set();
  const behaviour = (operation, ...rest) => (seen.add(operation), check(operation, ...rest));
  await links(behaviour);
  await connections(behaviour);
  await connectors(behaviour);
  await options(check, api);
  await every(check, api);
  await recorded((operation, title, body) => checks.check(operation, title, async () => body()), folder, responses);
  for (const operation of operations.filter((each) => !seen.has(each) || !(each in calls))) {
    await checks.check(operation, 'has checks here', () => that(false, `a call in calls.mjs and checks of ${operation}`, 'none'));
  }
}
checks.report(counts);

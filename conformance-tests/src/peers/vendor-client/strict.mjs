// At the level strict the client's spelling of names is rejected, with the right one in the message. A call without names works.
import { calls } from './calls.mjs';
import { Difference, rejected, that } from './checks.mjs';
import { OPEN } from './emulator.mjs';

const right = (name) => name[0].toUpperCase() + name.slice(1);
const names = ({ data }) => Object.keys(JSON.parse(data || null) ?? {});

export async function strict(check) {
  for (const [operation, { call }] of Object.entries(calls)) {
    await check(operation, 'rejects names in camelCase only', async (x) => {
      try {
        const responseCallback = ({ config }) => that(names(config).length === 0, 'status 400', `a result for ${names(config)}`);
        await call(x.administrator, OPEN, { responseCallback });
      } catch (error) {
        if (error instanceof Difference) {
          throw error;
        }
        const { MessageDetail } = await rejected(Promise.reject(error), 400);
        that(names(error.config).some((name) => MessageDetail.includes(right(name))), 'a name as documented in MessageDetail', MessageDetail);
        await x.unchanged();
      }
    });
  }
}

// The state in which each check begins, and the emulator control that puts it in place.
import { isDeepStrictEqual } from 'node:util';

const connection = (id, rest) => ({
  ErpConnectionId: id,
  ErpConnectorId: 1,
  DisplayName: `Connection ${id}`,
  DisplayDescription: 'For checks',
  Active: true,
  ConnectionId: `guid-${id}`,
  MostRecentTimestamp: '42',
  ConfigFields: { Company: '1', 'lower.case': 'kept' },
  Deleted: false,
  AllAccess: true,
  UserGroupAccessIds: [],
  AssociateAccessIds: [],
  ...rest,
});

/** The texts of a connection's name, by language. */
export const NAME = { raw: 'NO:"Hovedkontor";US:"Main office"', en: 'Main office', no: 'Hovedkontor' };

/** What the ids of the state stand for. */
export const OPEN = 1;
export const CLOSED = 2;
export const DELETED = 3;
export const INACTIVE = 4;
export const UNKNOWN = 99;
export const USED = 1;
export const UNUSED = 2;

/** The link of the state. */
export const LINK = { ErpConnectionId: OPEN, CrmRecordId: 473, CrmActorType: 'Contact', ErpKey: 'C473', ErpActorType: 'Customer' };

export const STATE = {
  Connectors: [
    { ErpConnectorId: USED, DisplayName: 'Demo ERP', URL: 'http://127.0.0.1:9/erp', Deleted: false },
    { ErpConnectorId: UNUSED, DisplayName: 'Unused', URL: 'http://127.0.0.1:9/unused', Deleted: false },
    { ErpConnectorId: DELETED, DisplayName: 'Deleted', URL: 'http://127.0.0.1:9/deleted', Deleted: true },
  ],
  Connections: [
    connection(OPEN, { DisplayName: NAME.raw }),
    connection(CLOSED, { AllAccess: false, UserGroupAccessIds: [7], AssociateAccessIds: [8, 9] }),
    connection(DELETED, { Deleted: true, Active: false }),
    connection(INACTIVE, { Active: false }),
  ],
  ActorLinks: [LINK],
};

/** Sorts all lists of a state but that of the priorities, and returns the state. */
export function sorted(state) {
  for (const [name, list] of Object.entries(state)) {
    if (name !== 'SyncPriorities') {
      list.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
    }
  }
  return state;
}

/** The emulator control of a server, called as an administrator. */
export class Emulator {
  #url;
  #authorization;
  #initial;

  constructor(url, user, password) {
    this.#url = url;
    this.#authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  }

  async #send(method, path, body) {
    const headers = { Authorization: this.#authorization, ...(body && { 'Content-Type': 'application/json' }) };
    const response = await fetch(`${this.#url}/_emulator/${path}`, { method, headers, body: body && JSON.stringify(body) });
    if (!response.ok) {
      throw new Error(`${method} /_emulator/${path}: ${response.status} ${await response.text()}`);
    }
    return response;
  }

  /**
   * Replaces everything stored by the state above, unless that is what is stored.
   * @returns what is stored then, as state() returns it
   */
  async begin() {
    if (this.#initial === undefined || !isDeepStrictEqual(await this.state(), this.#initial)) {
      await this.#send('POST', 'reset');
      await this.#send('POST', 'seed', STATE);
      this.#initial = await this.state();
    }
    return structuredClone(this.#initial);
  }

  /** @returns everything stored; all lists but that of the priorities are sorted */
  async state() {
    const state = await (await this.#send('GET', 'state')).json();
    return sorted(state);
  }

  /** @returns the two cookies of a new session of the administrator, by name */
  async session() {
    const cookies = (await this.#send('POST', 'session')).headers.getSetCookie();
    return Object.fromEntries(cookies.map((cookie) => cookie.split(';')[0].split('=')));
  }
}

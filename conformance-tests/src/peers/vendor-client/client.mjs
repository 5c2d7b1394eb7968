// Agents of the vendor's client, by caller.
import { createRequire } from 'node:module';
import path from 'node:path';

/** Loads the installed package. Its ES modules name files without their extension, which Node cannot load: CommonJS it is. */
export function load(folder) {
  return createRequire(path.join(folder, 'package.json'))('@superoffice/webapi');
}

/**
 * How each caller signs in: what is called on the client, or the configuration of its HTTP library. A page in a browser has
 * the cookies of a session by itself; in Node they are headers.
 */
export function callers({ ticket, token, app, otherApp, session }) {
  const signedIn = (name, password) => (api) => (api.authenticateWithPassword(name, password), api.applicationToken(app));
  const cookies = Object.entries(session).map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    administrator: { signIn: signedIn('anna', "anna's") },
    limited: { signIn: signedIn('bo', "bo's") },
    ticket: { signIn: (api) => (api.authenticateWithTicket(ticket), api.applicationToken(app)) },
    token: { signIn: (api) => api.authenticateWithToken(token) },
    session: { headers: { Cookie: cookies, 'X-XSRF-TOKEN': session['XSRF-TOKEN'] } },
    sessionWithoutXsrf: { headers: { Cookie: cookies } },
    wrongTicket: { signIn: (api) => (api.authenticateWithTicket('wrong'), api.applicationToken(app)) },
    wrongPassword: { signIn: signedIn('bo', 'wrong') },
    withoutApp: { signIn: (api) => api.authenticateWithPassword('anna', "anna's") },
    otherApp: { signIn: (api) => (api.authenticateWithPassword('anna', "anna's"), api.applicationToken(otherApp)) },
  };
}

/**
 * Makes a new agent. Never keep one for a second check: where its configuration has headers, the client leaves those of one
 * call in them for the next.
 * @param options options of the client: language, culture, time zone, resourceParsing, axiosConfig
 */
export function agent({ WebApi }, url, { signIn, headers }, options = {}) {
  const axiosConfig = { ...options.axiosConfig, ...(headers && { headers: { ...headers } }) };
  const api = new WebApi({ ...options, baseUrl: url, axiosConfig });
  signIn?.(api);
  return api.getErpSyncAgent(options.resourceParsing);
}

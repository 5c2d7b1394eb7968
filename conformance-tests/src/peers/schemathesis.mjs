// Reads what Schemathesis reports of a run, and writes its findings by kind.
// node schemathesis.mjs NDJSON-FILE OUT-FILE
import fs from 'node:fs';
import { essence, reason } from './opinions.mjs';

const [report, out] = process.argv.slice(2);
const text = (part) => Buffer.from(part?.$base64 ?? '', 'base64');

/** The check, what was sent, and what came back; of a complaint about an accepted value also the rule, without the value. */
function kind(failure, { method, media_type: type }, response) {
  const answer = { status: response.status_code, fields: response.headers, body: text(response.content) };
  const where = `${failure.code} ${failure.title}: ${method}, ${essence(type ?? '')}, status ${answer.status}`;
  if (answer.status >= 400) {
    return `${where}, ${reason(answer)}`;
  }
  const rule = /violates `\w+`|Incorrect type|Undocumented methods advertised: .*/.exec(failure.message)?.[0];
  return rule ? `${where}, ${rule}` : where;
}

const kinds = new Map();
let checks = 0;
let calls = 0;
let finished = false;
for (const line of fs.readFileSync(report, 'utf8').split('\n').filter((l) => l !== '')) {
  const event = JSON.parse(line);
  finished ||= event.EngineFinished !== undefined;
  const { cases = {}, checks: found = {}, interactions = {} } = event.ScenarioFinished?.recorder ?? {};
  calls += Object.keys(interactions).length;
  for (const [id, list] of Object.entries(found)) {
    checks += list.length;
    for (const { failure } of list.filter((c) => c.status !== 'success').map((c) => c.failure_info)) {
      const { request, response } = interactions[id];
      const name = kind(failure, cases[id].value, response);
      const entry = kinds.get(name) ?? { kind: name, count: 0, example: { request: `${request.method} ${new URL(request.uri).pathname}`, body: text(request.body).toString('utf8', 0, 300), says: failure.message.slice(0, 300), status: response.status_code, answer: text(response.content).toString('utf8', 0, 300) } };
      entry.count += 1;
      kinds.set(name, entry);
    }
  }
}
if (!finished || calls === 0) {
  console.error(`schemathesis: ${report} is not the report of a whole run`);
  process.exit(2);
}
const findings = [...kinds.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
fs.writeFileSync(out, JSON.stringify({ summary: `${calls} calls, ${checks} checks`, findings }, null, 1));

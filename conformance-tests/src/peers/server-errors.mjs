// Reads what Schemathesis reports of a run, and prints the responses with a status of 500 or above.
// node server-errors.mjs NDJSON-FILE   Exit 0: there are none. 1: there are some. 2: it is not the report of a whole run.
import fs from 'node:fs';

const [report] = process.argv.slice(2);
let calls = 0;
let errors = 0;
let finished = false;
for (const line of fs.readFileSync(report, 'utf8').split('\n').filter((l) => l !== '')) {
  const event = JSON.parse(line);
  finished ||= event.EngineFinished !== undefined;
  for (const { request, response } of Object.values(event.ScenarioFinished?.recorder?.interactions ?? {})) {
    calls += 1;
    if (response?.status_code >= 500) {
      errors += 1;
      const body = Buffer.from(request.body?.$base64 ?? '', 'base64').toString('utf8', 0, 300);
      console.log(`${response.status_code}: ${request.method} ${request.uri} ${body}`);
    }
  }
}
if (!finished || calls === 0) {
  console.error(`server-errors: ${report} is not the report of a whole run`);
  process.exit(2);
}
console.log(`${calls} calls, ${errors} responses of 500 or above`);
process.exitCode = errors === 0 ? 0 : 1;

// Runs the kit against the server through Prism as a validating proxy, and writes what Prism thought otherwise.
// node prism.mjs PRISM-CLI SPEC-DIR SERVER-URL KIT-JAR OUT-FILE [option of the kit]...
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { findings } from './opinions.mjs';
import { record } from './recorder.mjs';

const [cli, spec, server, kit, out, ...options] = process.argv.slice(2);
const START_MS = 60_000;

/** The three contracts as one, as Prism takes one; what two of them define has to be the same but for its description. */
function merged(names) {
  const whole = { paths: {}, components: {} };
  for (const contract of names.map((name) => JSON.parse(fs.readFileSync(path.join(spec, `${name}.json`), 'utf8')))) {
    const { paths, components, security, ...rest } = contract;
    Object.assign(whole, { ...rest, ...whole });
    for (const [url, item] of Object.entries(paths)) {
      whole.paths[url] = Object.fromEntries(Object.entries(item).map(([method, operation]) => [method, { security, ...operation }]));
    }
    for (const [kind, all] of Object.entries(components)) {
      whole.components[kind] = { ...all, ...whole.components[kind] };
      for (const [name, one] of Object.entries(all)) {
        const same = [one, whole.components[kind][name]].map((c) => JSON.stringify({ ...c, description: '' }));
        if (same[0] !== same[1]) {
          throw new Error(`components/${kind}/${name} differs between the contracts`);
        }
      }
    }
  }
  return whole;
}

function startPrism(document, upstream) {
  const prism = spawn(process.execPath, [cli, 'proxy', document, upstream, '--errors', '--host', '127.0.0.1', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Prism did not start in time')), START_MS);
    let text = '';
    prism.stdout.on('data', (part) => {
      if (text.length < 100_000) {
        text += part;
        const found = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(text);
        if (found) {
          clearTimeout(timer);
          resolve(found[1]);
        }
      }
    });
    prism.on('exit', (code) => reject(new Error(`Prism ended with ${code}: ${text}`)));
  });
  return { url, stop: () => prism.kill() };
}

const run = (command, args) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (part) => (text += part));
    child.on('close', (code) => resolve({ code, last: text.trimEnd().split('\n').at(-1), text }));
  });

/** One exchange of a kind, for people; the bodies are the kit's, and hold no secrets. */
function example({ sent, answer }) {
  const start = (body) => body.toString('utf8', 0, 300);
  return { request: `${sent.method} ${sent.path}`, type: sent.fields['content-type'], body: start(sent.body), status: answer.status, answer: start(answer.body) };
}

const kinds = new Map();
let exchanges = 0;
let agreed = 0;
const recorder = await record(server, (exchange) => {
  const found = new Set(findings(exchange));
  exchanges += 1;
  agreed += found.size === 0 ? 1 : 0;
  for (const kind of found) {
    const entry = kinds.get(kind) ?? { kind, count: 0, example: example(exchange) };
    entry.count += 1;
    kinds.set(kind, entry);
  }
});

const document = path.join(path.dirname(out), 'contracts.json');
fs.writeFileSync(document, JSON.stringify(merged(['openapi', 'emulator', 'discovery'])));
const prism = startPrism(document, recorder.back);
try {
  recorder.prismAt(await prism.url);
  const replay = await run('java', ['-jar', kit, 'replay', '--base-url', recorder.front, ...options]);
  fs.writeFileSync(path.join(path.dirname(out), 'kit.txt'), replay.text);
  if (replay.code !== 0) {
    throw new Error(`the kit does not pass, with the server's own answers; see kit.txt`);
  }
  const list = [...kinds.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
  fs.writeFileSync(out, JSON.stringify({ summary: `${exchanges} exchanges, ${agreed} of them without a finding; the kit: ${replay.last}`, findings: list }, null, 1));
} catch (e) {
  console.error(`prism: ${e.message}`);
  process.exitCode = 2;
} finally {
  prism.stop();
  recorder.close();
}

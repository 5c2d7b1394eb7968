// The checks of `run`, which installs Spectral and starts this.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const lint = import.meta.dirname;
const spec = path.dirname(lint);
const mustFail = path.join(lint, 'must-fail');
const installed = createRequire(path.join(spec, 'target/lint/node_modules/@stoplight/spectral-cli/package.json'));
const { Document, Spectral } = installed('@stoplight/spectral-core');
const { Yaml } = installed('@stoplight/spectral-parsers');
const { bundleAndLoadRuleset } = installed('@stoplight/spectral-ruleset-bundler/with-loader');

const ERROR = 0;
const ruleset = await bundleAndLoadRuleset(path.join(lint, 'ruleset.yaml'), { fs, fetch });
const ours = Object.values(ruleset.rules).filter((rule) => rule.owner === ruleset).map((rule) => rule.name);

const spectral = new Spectral();
spectral.setRuleset(ruleset);

const findings = (file) => spectral.run(new Document(fs.readFileSync(file, 'utf8'), Yaml, file));
const line = (finding) => finding.range.start.line + 1;
const short = (file) => path.relative(path.dirname(spec), file);
const print = (f) => `${f.code}: ${f.message}\n         ${short(f.source)}:${line(f)} ${f.path.join('.')}`;

/** What is wrong with the contract: every finding, of any rule and severity. */
async function clean(file) {
  return (await findings(file)).map(print);
}

/** What is wrong with a contract that must fail one rule: the rule reports the marked lines, and no other error is found. */
async function failsAsMarked(rule) {
  const file = path.join(mustFail, `${rule}.yaml`);
  if (!fs.existsSync(file)) {
    return [`there is no ${short(file)}`];
  }
  const marked = fs.readFileSync(file, 'utf8').split('\n').flatMap((text, i) => (text.endsWith('# must fail') ? [i + 1] : []));
  const found = (await findings(file)).filter((f) => f.severity === ERROR || ours.includes(f.code));
  const hits = found.filter((f) => f.code === rule);
  return [
    ...(marked.length === 0 ? [`${short(file)} marks no line with "# must fail"`] : []),
    ...marked.filter((n) => !hits.some((f) => line(f) === n)).map((n) => `${short(file)}:${n} is marked, but ${rule} does not report it`),
    ...found.filter((f) => f.code !== rule || !marked.includes(line(f))).map((f) => `not expected: ${print(f)}`),
  ];
}

const strays = fs.readdirSync(mustFail).filter((name) => !ours.includes(name.replace(/\.yaml$/, '')));
const checks = [
  ...['openapi', 'emulator', 'discovery'].map((name) => path.join(spec, 'target', `${name}.yaml`)).map((file) => [`${short(file)} has no finding`, () => clean(file)]),
  ...ours.map((rule) => [`${rule} reports what it must`, () => failsAsMarked(rule)]),
  ['every contract that must fail is named by a rule', async () => strays.map((name) => `no rule of ours is called so: ${name}`)],
];

let failed = 0;
for (const [name, check] of checks) {
  const problems = await check();
  failed += problems.length > 0 ? 1 : 0;
  console.log([`${problems.length > 0 ? 'FAIL' : 'ok  '} ${name}`, ...problems.map((problem) => `       ${problem}`)].join('\n'));
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

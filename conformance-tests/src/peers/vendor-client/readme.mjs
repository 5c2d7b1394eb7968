// Runs the lines that README.md shows for this client, with the address of a server that is running.
// node readme.mjs PACKAGE COUNTS-FILE URL README PROGRAM
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Checks, Difference, equal, that } from './checks.mjs';

const [installed, counts, url, readme, program] = process.argv.slice(2);

/** @returns what a program prints */
function run(file, env) {
  try {
    return execFileSync(process.execPath, [file], { env, encoding: 'utf8', timeout: 20_000, stdio: 'pipe' }).trim();
  } catch ({ stderr }) {
    throw new Difference(`expected success, found ${stderr.split('\n').find((line) => /Error: /.test(line)) ?? stderr}`);
  }
}

const text = fs.readFileSync(readme, 'utf8');
const checks = new Checks('README');
await checks.check('all operations', 'README.md names the version that is tested', () => {
  const { version } = JSON.parse(fs.readFileSync(path.join(installed, 'node_modules/@superoffice/webapi/package.json'), 'utf8'));
  that(text.includes(`\`@superoffice/webapi\` (${version} is tested)`), `the version ${version}`, 'another or none');
});
await checks.check('CreateActorLink', 'the lines in README.md print what they say', () => {
  const blocks = [...text.matchAll(/^```js\n(.*?)^```/gms)].map(([, block]) => block);
  const shown = blocks.filter((block) => block.includes('@superoffice/webapi'));
  equal(shown.length, 1, 'blocks with the client');
  const parts = shown[0].split("'http://127.0.0.1:8080/'");
  equal(parts.length, 2, 'parts around the address');
  const expected = shown[0].match(/\/\/ prints (.*)$/m);
  that(expected, 'a comment with what is printed', shown[0]);
  fs.writeFileSync(program, parts.join(JSON.stringify(url)));
  const env = { ...process.env, NODE_PATH: path.join(installed, 'node_modules') };
  equal(run(program, env), expected[1]);
});
checks.report(counts);

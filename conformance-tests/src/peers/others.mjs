// Sums up what the kit reports of servers, for people: how much conforms, and what the others have in common.
// node others.mjs HEAD-FILE TITLE=REPORT-DIR...
import fs from 'node:fs';
import path from 'node:path';

const [head, ...reports] = process.argv.slice(2);
const MOST_KINDS = 25;
const LONGEST = 110;

/** A difference without what differs between exchanges. */
function kind({ where, expected, found }) {
  const cut = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
  const place = where.replace(/^(first|last|step) \d+, \w+: /, 'in a scenario: ').replace(/^\/.*/, 'a property');
  const status = /^\d{3}(?= |$)/.exec(found)?.[0];
  return where.endsWith('status') ? `${place}: expected ${expected}, found ${status ?? cut(found)}` : place.startsWith('in a scenario: ') ? `${place.replace(/\/.*/, 'a property')}` : place;
}

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function section(title, folder) {
  const report = JSON.parse(fs.readFileSync(path.join(folder, 'replay.json'), 'utf8'));
  const lines = [`## ${title}`, '', `${report.passed} passed, ${report.failed} failed, ${report.skipped} skipped.`, ''];
  if (report.note) {
    lines.push(`${report.note}`, '');
  }
  lines.push('| operation | passed | failed | skipped |', '|---|---|---|---|');
  const operations = new Map();
  const kinds = new Map();
  for (const { operation, name, verdict, differences = [] } of report.exchanges) {
    const counts = operations.get(operation) ?? { passed: 0, failed: 0, skipped: 0 };
    counts[verdict] += 1;
    operations.set(operation, counts);
    for (const difference of differences.slice(0, 1)) {
      const entry = kinds.get(kind(difference)) ?? { count: 0, example: `${name}: ${difference.where || 'body'}: expected ${difference.expected}, found ${difference.found}` };
      entry.count += 1;
      kinds.set(kind(difference), entry);
    }
  }
  for (const [operation, { passed, failed, skipped }] of [...operations].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(`| ${operation} | ${passed} | ${failed} | ${skipped} |`);
  }
  lines.push('', '| first difference | exchanges | such as |', '|---|---|---|');
  const sorted = [...kinds].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
  for (const [name, { count, example }] of sorted.slice(0, MOST_KINDS)) {
    lines.push(`| ${cell(name || 'the body')} | ${count} | ${cell(example.length > 220 ? `${example.slice(0, 219)}…` : example)} |`);
  }
  if (sorted.length > MOST_KINDS) {
    lines.push('', `And ${sorted.length - MOST_KINDS} kinds more, of ${sorted.slice(MOST_KINDS).reduce((sum, [, { count }]) => sum + count, 0)} exchanges.`);
  }
  return lines.join('\n');
}

const sections = reports.map((each) => section(...each.split('=')));
process.stdout.write([fs.readFileSync(head, 'utf8').trimEnd(), ...sections].join('\n\n') + '\n');

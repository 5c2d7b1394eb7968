// Compares findings with the table of those that are explained, and writes what came out as Markdown.
// node judge.mjs FINDINGS.yaml YAML-MODULE-ROOT OUT.md NAME=FILE...   Exit 0: all are explained. 1: some are not.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [table, modules, out, ...runs] = process.argv.slice(2);
const { parseWithPointers } = createRequire(path.join(modules, 'package.json'))('@stoplight/yaml');
const { data: rows, diagnostics } = parseWithPointers(fs.readFileSync(table, 'utf8'));
if (diagnostics.length > 0) {
  console.error(`peers: ${table}:${diagnostics[0].range.start.line + 1}: ${diagnostics[0].message}`);
  process.exit(2);
}

const VERDICTS = ['the tool is wrong', 'beyond OpenAPI', 'as decided'];
for (const row of rows) {
  if (!row.finding || !row.because || !row.standard || !VERDICTS.includes(row.verdict) || !(row.kinds?.length > 0)) {
    console.error(`peers: ${table}: "${row.finding}" needs finding, kinds, because, standard, and a verdict: ${VERDICTS.join(', ')}`);
    process.exit(2);
  }
}

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ').trim();
const lines = [];
const unexplained = [];
const explains = (row, tool, kind) => tool.startsWith(row.tool) && row.kinds.some((pattern) => new RegExp(`^(?:${pattern})$`).test(kind));
const used = new Set();

for (const [tool, file] of runs.map((run) => run.split('='))) {
  const { summary, findings } = JSON.parse(fs.readFileSync(file, 'utf8'));
  lines.push(`## ${tool}`, '', `${summary}.`, '');
  const counts = new Map();
  for (const finding of findings) {
    const row = rows.find((r) => explains(r, tool, finding.kind));
    if (row) {
      used.add(row);
      counts.set(row, [(counts.get(row)?.[0] ?? 0) + finding.count, (counts.get(row)?.[1] ?? 0) + 1]);
    } else {
      unexplained.push({ tool, ...finding });
    }
  }
  if (counts.size > 0) {
    lines.push('| finding | times | verdict | because | standard |', '|---|---|---|---|---|');
    for (const [row, [times]] of counts) {
      lines.push(`| ${[row.finding, times, row.verdict, row.because, row.standard].map(cell).join(' | ')} |`);
    }
    lines.push('');
  }
}

fs.writeFileSync(out, lines.join('\n'));
console.log(lines.join('\n'));
for (const row of rows.filter((r) => !used.has(r))) {
  console.log(`not found this time: ${row.tool}: ${row.finding}`);
}
for (const { tool, kind, count, example } of unexplained) {
  console.log(`NOT EXPLAINED, ${count} times: ${tool}: ${kind}\n  ${JSON.stringify(example)}`);
}
console.log(`${unexplained.length} kinds of findings are not explained`);
process.exitCode = unexplained.length === 0 ? 0 : 1;

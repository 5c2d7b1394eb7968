// The package has responses that were recorded from the vendor's own server. They are read where they are installed, and what
// they have in common is compared with the responses of this run.
import fs from 'node:fs';
import path from 'node:path';
import { equal, that } from './checks.mjs';

/** Objects whose names are data. */
const DICTIONARIES = ['FieldProperties', 'ConfigFields', 'CustomFields', 'ExtraFields', 'UserDefinedFields', 'Headers', 'Properties'];

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const DURATION = /^\d+:\d\d(:\d\d)?/;
/** A text with every digit made a 9. */
const form = (text) => text.replaceAll(/\d/g, '9');

class Facts {
  names = new Set();
  tableRights = new Set();
  fieldRights = new Set();
  reasons = new Set();
  lengths = new Map();
  dates = new Set();
  durations = new Set();

  add(value, isDictionary = false) {
    if (Array.isArray(value)) {
      value.forEach((each) => this.add(each));
    } else if (value !== null && typeof value === 'object') {
      for (const [name, each] of Object.entries(value)) {
        if (!isDictionary) {
          this.names.add(name);
          this.#property(name, each, value);
        }
        this.add(each, !isDictionary && DICTIONARIES.includes(name));
      }
    }
  }

  #property(name, value, { FieldLength }) {
    if (name === 'TableRight' && value) {
      value.Mask.split(/, */).forEach((mask) => this.tableRights.add(mask));
      this.reasons.add(typeof value.Reason);
    } else if (name === 'FieldRight' && value) {
      value.Mask.split(/, */).forEach((mask) => this.fieldRights.add(mask));
      this.reasons.add(typeof value.Reason);
    } else if (name === 'FieldType') {
      this.lengths.set(value, (this.lengths.get(value) ?? new Set()).add(FieldLength));
    } else if (typeof value === 'string' && DATE.test(value)) {
      this.dates.add(form(value));
    } else if (typeof value === 'string' && DURATION.test(value)) {
      this.durations.add(form(value));
    }
  }
}

/** What the file was recorded with, by the end of its name, as the header is compared below. */
const zone = (name) => /-utctz/.test(name) ? 'utc,includetzoffset' : /-notz/.test(name) ? 'no,includetzoffset' : '';

function facts(bodies) {
  const all = new Facts();
  const zones = {};
  for (const { header, body, isDictionary } of bodies) {
    all.add(body, isDictionary);
    (zones[header] ??= new Facts()).add(body, isDictionary);
  }
  return { all, zones };
}

function recordings(folder) {
  const tests = path.join(folder, '__tests__');
  const files = fs.readdirSync(tests).filter((name) => name.endsWith('.json'));
  return files.map((name) => ({ header: zone(name), body: JSON.parse(fs.readFileSync(path.join(tests, name), 'utf8')) }));
}

/** @returns what is in the first set and not in the second */
const beyond = (found, known) => [...found].filter((each) => !known.has(each));

/**
 * Compares the responses of this run with the recorded ones.
 * @param folder the installed package
 * @param responses operation, SO-TimeZone and body of each response of this run
 */
export async function recorded(check, folder, responses) {
  const theirs = facts(recordings(folder));
  const ours = facts(responses.map(({ operation, header, body }) => ({ header: header.toLowerCase(), body, isDictionary: operation === 'GetErpConnectionConfigFields' })));
  const title = (what) => `${what} as in the recorded responses`;
  const all = 'all operations';

  await check(all, 'the recorded responses are in the package', () => {
    equal([...theirs.all.reasons], ['string']);
    that(theirs.all.fieldRights.has('Update') && theirs.all.tableRights.has('FULL') && theirs.all.lengths.has('System.Int32'), 'masks and types', [...theirs.all.names]);
    equal(Object.fromEntries(Object.entries(theirs.zones).map(([header, { dates }]) => [header, [...dates].sort()])), {
      '': ['9999-99-99T99:99:99'],
      'utc,includetzoffset': ['9999-99-99T99:99:99Z'],
      'no,includetzoffset': ['9999-99-99T99:99:99+99:99', '9999-99-99T99:99:99Z'],
    });
  });
  await check(all, title('members of FieldRight.Mask are'), () => {
    that(ours.all.fieldRights.size > 0, 'masks', []);
    equal(beyond(ours.all.fieldRights, theirs.all.fieldRights), [], 'members beyond the recorded ones');
  });
  await check(all, title('members of TableRight.Mask are known, R among them,'), () => {
    that(ours.all.tableRights.has('FULL'), 'FULL', [...ours.all.tableRights]);
    // No recorded response was made for a user who may only read: R is the client's name for that.
    equal(beyond(ours.all.tableRights, new Set([...theirs.all.tableRights, 'R'])), [], 'members beyond the recorded ones');
  });
  await check(all, title('Reason is a text'), () => equal([...ours.all.reasons], [...theirs.all.reasons]));
  for (const type of ['System.Int32', 'System.DateTime', 'System.Boolean']) {
    await check(all, title(`FieldLength of ${type} is`), () => {
      that(ours.all.lengths.has(type), `fields of ${type}`, [...ours.all.lengths.keys()]);
      // 0 stands for fields that are not stored.
      const lengths = new Set([...theirs.all.lengths.get(type)].filter((length) => length > 0));
      equal(beyond(ours.all.lengths.get(type), lengths), [], 'lengths beyond the recorded ones');
    });
  }
  await check(all, title('letter case of property names is'), () => {
    const byLetters = new Map([...theirs.all.names].map((name) => [name.toLowerCase(), name]));
    const shared = [...ours.all.names].filter((name) => byLetters.has(name.toLowerCase()));
    that(shared.length > 5, 'names that both have', shared);
    equal(shared, shared.map((name) => byLetters.get(name.toLowerCase())));
    const lower = (names) => [...names].filter((name) => /^[a-z]/.test(name));
    equal([lower(theirs.all.names), lower(ours.all.names)], [[], []], 'names that begin with a small letter');
  });
  // Durations and points in time: there is a line as soon as a response has one.
  if (ours.all.durations.size > 0) {
    await check(all, title('the form of durations is'), () => equal(beyond(ours.all.durations, theirs.all.durations), []));
  }
  for (const [header, { dates }] of Object.entries(ours.zones)) {
    if (dates.size > 0 && header in theirs.zones) {
      await check(all, title(`with SO-TimeZone '${header}' the form of points in time is`), () => equal(beyond(dates, theirs.zones[header].dates), []));
    }
  }
}

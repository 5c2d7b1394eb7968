// Runs checks, prints a line for each, and compares values.
import fs from 'node:fs';

/** A value is not the expected one. */
export class Difference extends Error {}

function shown(value) {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** Throws a Difference that names the first place, as a JSON pointer, at which two values differ. */
export function equal(found, expected, where = '') {
  const nested = (value) => typeof value === 'object' && value !== null;
  if (nested(found) && nested(expected) && Array.isArray(found) === Array.isArray(expected)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
    if (!Array.isArray(found) || found.length === expected.length) {
      keys.forEach((key) => equal(found[key], expected[key], `${where}/${key}`));
      return;
    }
  } else if (Object.is(found, expected)) {
    return;
  }
  throw new Difference(`${where && `${where}: `}expected ${shown(expected)}, found ${shown(found)}`);
}

/** Throws a Difference unless the condition is true. */
export function that(condition, expected, found) {
  if (!condition) {
    throw new Difference(`expected ${expected}, found ${shown(found)}`);
  }
}

function response(error) {
  const { status, data } = error.response;
  return `status ${status}, ${data?.MessageDetail ?? data?.ErrorMessage ?? shown(data)}`;
}

/**
 * Waits for a call to be rejected with an HTTP status, and checks the form of the error body (D5).
 * @returns the error body
 */
export async function rejected(call, status) {
  let result;
  try {
    result = await call;
  } catch (error) {
    if (error.response === undefined) {
      throw error;
    }
    if (error.response.status !== status) {
      throw new Difference(`expected status ${status}, found ${response(error)}`);
    }
    const { data } = error.response;
    that(typeof data.Message === 'string' && data.Message !== '', 'a Message', data);
    if (status !== 400) {
      equal({ error: data.Error, message: data.Message }, { error: true, message: data.ErrorMessage }, 'error body');
    }
    return data;
  }
  throw new Difference(`expected status ${status}, found the result ${shown(result)}`);
}

/** Runs checks one after the other and counts them. */
export class Checks {
  #level;
  #counts = { passed: 0, failed: 0 };

  /** @param level what stands in the middle of each line */
  constructor(level) {
    this.#level = level;
  }

  /** Runs one check: it passes unless the body throws. */
  async check(operation, title, body) {
    const name = `${operation} / ${this.#level} / ${title}`;
    try {
      await body();
      this.#counts.passed += 1;
      console.log(`PASS  ${name}`);
    } catch (error) {
      this.#counts.failed += 1;
      console.log(`FAIL  ${name}  ${Checks.#reason(error)}`);
    }
  }

  static #reason(error) {
    if (error instanceof Difference) {
      return error.message;
    }
    return error.response ? `expected success, found ${response(error)}` : `expected success, found ${error.stack}`;
  }

  /** Appends the counts of this run to a file. */
  report(file) {
    fs.appendFileSync(file, `${this.#counts.passed} ${this.#counts.failed}\n`);
  }
}

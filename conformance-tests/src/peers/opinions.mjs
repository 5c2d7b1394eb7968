// What Prism thought of an exchange that the server answered, in words that are the same for exchanges of one kind.

const REFUSED = new Set([400, 401, 406, 413, 414, 415, 417, 431]);

export const essence = (type) => type?.split(';')[0].trim().toLowerCase() || 'no type';
const charset = (type) => /charset="?([^";]+)/i.exec(type ?? '')?.[1].toLowerCase() ?? 'utf-8';

/** The tokens of a JSON text, strings as what they mean; undefined for anything else. */
function tokens(text) {
  try {
    JSON.parse(text);
    return JSON.stringify(text.match(/"(?:\\.|[^"\\])*"|[^\s"]+/g).flatMap((t) => (t[0] === '"' ? [JSON.parse(t), '"'] : [...t.matchAll(/[\w.+-]+|./g)].map(String))));
  } catch {
    return undefined;
  }
}

function sameBody(one, other) {
  if (one.equals(other)) {
    return true;
  }
  const [left, right] = [one, other].map((body) => tokens(body.toString('utf8')));
  return left !== undefined && left === right;
}

/** Names of the end-to-end headers of `one` that `other` has not, or with another value. */
function lostHeaders(one, other, ...without) {
  const skipped = new Set(['host', 'content-length', 'connection', 'keep-alive', 'transfer-encoding', 'accept-encoding', ...without]);
  const value = (v) => String(v).replaceAll(' ', '');
  return Object.keys(one).filter((name) => !skipped.has(name) && value(one[name]) !== value(other[name] ?? ''));
}

function changes(sent, arrived, ...without) {
  return [
    ...(sent.path === arrived.path ? [] : ['path or query']),
    ...(sent.status === arrived.status ? [] : ['status']),
    ...lostHeaders(sent.fields, arrived.fields, ...without).map((name) => `header ${name}`),
    ...(sameBody(sent.body, arrived.body) ? [] : ['body']),
  ];
}

/** Prism's complaints: side and place, without what depends on the value, and the rule. */
function complaints(problem) {
  const lines = (problem.validation ?? []).map((v) => `${(v.location ?? ["whole"]).slice(0, 2).join(' ')} ${v.code ?? ''}`.trim());
  return lines.length > 0 ? [...new Set(lines)].sort() : [`${problem.type?.split('#')[1] ?? problem.title}`];
}

/** Why the server refused: the side and the rule of `MessageDetail`, or the type of error. */
export function reason(answer) {
  const text = answer.body.toString('utf8');
  const detail = /MessageDetail[">:\s]*"?([^"<]*)/.exec(text)?.[1];
  if (detail === undefined) {
    return /ErrorType[">:\s]*"?([^"<]*)/.exec(text)?.[1] ?? 'no reason';
  }
  const side = /^[^,:]*/.exec(detail)[0];
  return `${side}: ${/\(rule (\w+)/.exec(detail)?.[1] ?? 'syntax'}`;
}

function parsed(body) {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return {};
  }
}

/** The findings in one exchange; none where Prism and the server agree. */
export function findings({ sent, forwarded, answer, prism }) {
  const type = essence(sent.fields['content-type']);
  const told = `${type}${charset(sent.fields['content-type']) === 'utf-8' ? '' : ' in another charset'}`;
  const refused = REFUSED.has(answer.status);
  const altered = forwarded ? changes(sent, forwarded).map((what) => `forwards another ${what}, ${told}`) : [];

  if (prism.failed !== undefined) {
    return [...altered, `gives no answer (${prism.failed}), ${told}, server ${answer.status}`];
  }
  if (essence(prism.fields['content-type']) === 'application/problem+json') {
    const lines = complaints(parsed(prism.body));
    if (forwarded) {
      return [...altered, ...lines.map((line) => `refuses an answer: ${line}, ${essence(answer.fields['content-type'])}, status ${answer.status}`)];
    }
    return refused || prism.status === answer.status ? [] : lines.map((line) => `refuses a request: ${line}, ${told}`);
  }
  if (!forwarded) {
    // It could not even read the request; that is a finding unless the server could not either.
    return refused || prism.status === answer.status ? [] : [`answers ${prism.status} itself, ${told}, server ${answer.status}`];
  }
  return [
    ...altered,
    ...changes(answer, prism).map((what) => `returns another ${what}, ${essence(answer.fields['content-type'])}`),
    ...(refused ? [`lets pass what is ${answer.status}: ${reason(answer)}, ${told}`] : []),
  ];
}

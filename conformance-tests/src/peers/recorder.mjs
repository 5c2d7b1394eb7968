// Stands on both sides of Prism: kit -> front -> Prism -> back -> server. The kit is always given the server's own answer to
// its own request, whatever Prism made of them, so that one run shows Prism's opinion of every exchange beside the truth.
import http from 'node:http';

const MARK = 'x-peers-exchange';
const WAIT_MS = 15_000;

/**
 * Sends a request and collects the answer. An answer counts, even if the connection then breaks: a server may refuse a body
 * that it has not read to its end.
 */
function send(url, { method, path, headers, body }) {
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(url), { method, path, headers, setHost: false, agent: false, timeout: WAIT_MS });
    request.on('response', (answer) => {
      const parts = [];
      const done = () => resolve({ status: answer.statusCode, headers: answer.rawHeaders, fields: answer.headers, body: Buffer.concat(parts) });
      answer.on('data', (part) => parts.push(part));
      answer.on('end', done);
      answer.on('error', done);
    });
    request.on('timeout', () => request.destroy(new Error('no answer in time')));
    request.on('error', reject);
    request.end(body);
  });
}

/** Name and value pairs without those that belong to one connection. */
function endToEnd(raw, ...without) {
  const dropped = new Set(['connection', 'keep-alive', 'transfer-encoding', ...without]);
  const kept = [];
  for (let i = 0; i < raw.length; i += 2) {
    if (!dropped.has(raw[i].toLowerCase())) {
      kept.push(raw[i], raw[i + 1]);
    }
  }
  return kept;
}

async function received(request) {
  const parts = [];
  for await (const part of request) {
    parts.push(part);
  }
  return { method: request.method, path: request.url, headers: endToEnd(request.rawHeaders, MARK), fields: request.headers, body: Buffer.concat(parts) };
}

function reply(response, answer) {
  response.sendDate = false;
  response.writeHead(answer.status, endToEnd(answer.headers));
  response.end(answer.body);
}

function listening(handle) {
  const server = http.createServer({ maxHeaderSize: 1 << 17, requireHostHeader: false }, (request, response) => {
    handle(request, response).catch((e) => {
      console.error(e);
      process.exitCode = 2;
      response.destroy();
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({ url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() })));
}

/**
 * Starts both sides.
 * @param upstream URL of the server
 * @param judge called after each exchange with { sent, forwarded, answer, prism }: what the kit sent, what Prism made of it
 *     (absent when it forwarded nothing), the server's answer, and Prism's (or { failed } when there was none)
 * @returns { front, back, prismAt, close }: two URLs, what to call with Prism's URL once it listens, and how to stop
 */
export async function record(upstream, judge) {
  const open = new Map();
  let prism;
  let number = 0;

  const back = await listening(async (request, response) => {
    const exchange = open.get(request.headers[MARK]);
    exchange.forwarded = await received(request);
    exchange.answer = await send(upstream, exchange.sent);
    reply(response, exchange.answer);
  });

  const front = await listening(async (request, response) => {
    const mark = String((number += 1));
    const exchange = { sent: await received(request) };
    open.set(mark, exchange);
    const marked = { ...exchange.sent, headers: [...exchange.sent.headers, MARK, mark] };
    exchange.prism = await send(prism, marked).catch((e) => ({ failed: e.code ?? e.message }));
    exchange.answer ??= await send(upstream, exchange.sent);
    open.delete(mark);
    judge(exchange);
    reply(response, exchange.answer);
  });

  return { front: front.url, back: back.url, prismAt: (url) => (prism = url), close: () => [front, back].forEach((side) => side.close()) };
}

/**
 * A stand-in for the server while the widget is worked on: the contract's widget part, in memory, with an agent one can move
 * by hand. `npm run dev` serves the built widget and the demo page; there the agent answers by itself.
 */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { WebSocketServer } from 'ws';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml' };
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
const ENTRY = {
  name: 'Example Travel',
  greeting: { en: 'Hello! How can we help with your booking?', ar: 'أهلًا بك! كيف نساعدك في حجزك؟' },
  language: 'en',
  accent: '#0b5c63',
  title: { en: '', ar: '' },
  closed: { en: '', ar: '' },
  side: 'END',
  form: { name: 'OPTIONAL', email: 'OPTIONAL', phone: 'OPTIONAL' },
  calls: true,
  files: true,
  open: true,
  inHours: true,
  opens: null,
  zone: 'Asia/Damascus',
};

export async function startFakeServer({ port = 0, auto = false } = {}) {
  const visitors = new Map();
  let conversations = 4_820_000;
  const fake = { entry: { ...ENTRY }, healthy: true, deaf: false, refuseNext: null, closed: false, refuseFile: null, visitors };
  const stored = new Map();

  const http = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (/^\/api\/chat\/demo\/web(-ar)?$/.test(path)) {
      response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
      return response.end(JSON.stringify(fake.entry));
    }
    const ofFiles = /^\/api\/chat\/demo\/web(?:-ar)?\/files(?:\/(\d+))?$/.exec(path);
    if (ofFiles) return files(request, response, ofFiles[1]);
    try {
      const file = normalize(join(DIST, path));
      if (!file.startsWith(DIST)) throw new Error('outside');
      const body = await readFile(file);
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': CSP, 'access-control-allow-origin': '*' });
      response.end(body);
    } catch {
      response.writeHead(404).end('not here');
    }
  });
  /** Keeps what comes, and gives it out again. */
  async function files(request, response, id) {
    const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization,content-type', 'access-control-allow-methods': 'GET,POST,DELETE' };
    if (request.method === 'OPTIONS') return response.writeHead(200, cors).end();
    if (request.method === 'POST') {
      const parts = [];
      for await (const part of request) parts.push(part);
      const content = Buffer.concat(parts);
      if (fake.refuseFile) {
        const code = fake.refuseFile;
        fake.refuseFile = null;
        return response.writeHead(422, { ...cors, 'content-type': 'application/problem+json' }).end(JSON.stringify({ type: `urn:hiwar:problem:${code}` }));
      }
      const name = new URL(request.url, 'http://localhost').searchParams.get('name');
      const type = content.subarray(1, 4).toString() === 'PNG' ? 'image/png' : 'application/pdf';
      const file = { id: String(stored.size + 1), name, type, bytes: content.length };
      stored.set(file.id, { ...file, content });
      return response.writeHead(200, { ...cors, 'content-type': 'application/json' }).end(JSON.stringify(file));
    }
    const known = stored.get(id);
    if (!known) return response.writeHead(404, cors).end();
    response.writeHead(request.method === 'GET' ? 200 : 204, { ...cors, 'content-type': known.type, 'content-disposition': 'attachment' });
    response.end(request.method === 'GET' ? known.content : undefined);
  }

  const sockets = new WebSocketServer({ noServer: true });
  http.on('upgrade', (request, socket, head) => {
    if (fake.closed || !/^\/api\/chat\/demo\/web(-ar)?\/socket$/.test(request.url)) return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (ws) => serve(ws));
  });

  function serve(ws) {
    let visitor = null;
    ws.on('message', (data) => {
      if (fake.deaf) return;
      const frame = JSON.parse(data);
      if (frame.type === 'hello') visitor = hello(ws, frame);
      else if (visitor && frame.type === 'send') send(ws, visitor, frame);
      else if (visitor && frame.type === 'end') move(visitor, 'ENDED', null);
      else if (visitor && frame.type === 'typing') visitor.typed++;
      else if (visitor && frame.type === 'rate') tell(ws, { type: 'rated', stars: frame.stars });
      else if (visitor && frame.type === 'call') visitor.call = frame;
      else if (visitor && frame.type === 'hangUp') visitor.call = null;
    });
    ws.on('close', () => visitor?.sockets.delete(ws));
  }

  function hello(ws, { visitor: token, after, conversation }) {
    const known = visitors.get(token);
    const visitor = known ?? { token: token ?? `visitor-${visitors.size + 1}`, conversation: null, stage: 'NONE', agent: null, messages: [], sockets: new Set(), typed: 0 };
    visitors.set(visitor.token, visitor);
    visitor.sockets.add(ws);
    const from = conversation === visitor.conversation ? after : 0;
    const messages = visitor.messages.filter((m) => m.seq > from);
    tell(ws, { type: 'welcome', visitor: visitor.token, chat: { conversation: visitor.conversation, state: visitor.stage, agent: visitor.agent }, messages });
    if (visitor.files) tell(ws, { type: 'files', conversation: visitor.conversation, files: visitor.files });
    return visitor;
  }

  function send(ws, visitor, { id, text, name, address, files: sent = [] }) {
    if (fake.refuseNext) {
      tell(ws, { type: 'refused', id, ...fake.refuseNext });
      fake.refuseNext = null;
      return;
    }
    const begins = visitor.stage === 'NONE' || visitor.stage === 'ENDED';
    if (begins) {
      visitor.conversation = String(++conversations);
      visitor.messages = [];
      visitor.who = { name, address };
    }
    for (const file of sent) (visitor.files ??= []).push({ ...stored.get(file), content: undefined, message: id });
    const known = visitor.messages.find((m) => m.id === id);
    const message = known ?? add(visitor, { id, from: 'CUSTOMER', name: null, text }, ws);
    if (begins) move(visitor, 'WAITING', null);
    tell(ws, { type: 'stored', id, seq: message.seq, at: message.at, conversation: visitor.conversation });
    if (begins) {
      if (auto) setTimeout(() => move(visitor, 'ACTIVE', 'Sam'), 2_500);
    } else if (auto && visitor.stage === 'ACTIVE') {
      setTimeout(() => visitor.sockets.forEach((s) => tell(s, { type: 'typing' })), 700);
      setTimeout(() => add(visitor, { id: '', from: 'AGENT', name: 'Sam', text: `You wrote: ${text}` }), 2_200);
    }
  }

  function add(visitor, message, except) {
    const stored = { ...message, seq: visitor.messages.length + 1, at: new Date().toISOString(), conversation: visitor.conversation };
    stored.id ||= `m${stored.conversation}-${stored.seq}`;
    visitor.messages.push(stored);
    for (const ws of visitor.sockets) if (ws !== except) tell(ws, { type: 'message', ...stored });
    return stored;
  }

  function move(visitor, state, agent) {
    Object.assign(visitor, { stage: state, agent });
    visitor.sockets.forEach((ws) => tell(ws, { type: 'state', state, agent }));
  }

  const beat = () => sockets.clients.forEach((ws) => tell(ws, { type: 'heartbeat', healthy: fake.healthy }));
  const beats = setInterval(beat, 5_000);
  await new Promise((listening) => http.listen(port, '127.0.0.1', listening));
  const one = () => [...visitors.values()].at(-1);

  return Object.assign(fake, {
    url: `http://localhost:${http.address().port}`,
    one,
    beat,
    accept: (agent) => move(one(), 'ACTIVE', agent),
    say: (text) => add(one(), { id: '', from: 'AGENT', name: one().agent, text }),
    type: () => one().sockets.forEach((ws) => tell(ws, { type: 'typing' })),
    end: () => move(one(), 'ENDED', null),
    quiet: (until) => one().sockets.forEach((ws) => tell(ws, { type: 'quiet', until })),
    /** There is no sound here: how a call stands is said, and its browser is left waiting for an answer. */
    call: (state, agent = null, end = null) => one().sockets.forEach((ws) => tell(ws, { type: 'call', call: one().call.id, state, agent, end })),
    raw: (text) => one().sockets.forEach((ws) => ws.send(text)),
    cut: () => sockets.clients.forEach((ws) => ws.terminate()),
    stop: () => {
      clearInterval(beats);
      sockets.clients.forEach((ws) => ws.terminate());
      http.closeAllConnections();
      return new Promise((stopped) => http.close(stopped));
    },
  });
}

function tell(ws, frame) {
  if (ws.readyState === ws.OPEN) ws.send(JSON.stringify(frame));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const fake = await startFakeServer({ port: Number(process.env.PORT ?? 0), auto: true });
  console.log(`${fake.url}/demo/shop.html and ${fake.url}/demo/shop.html?lang=ar`);
}

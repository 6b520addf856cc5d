// A chat relay on ws that stores nothing: what one side of a pair says, the other side hears.
// Prints the port it listens on; collects its garbage on SIGUSR2 (node --expose-gc).
import { WebSocketServer } from 'ws';

const pairs = new Map();
const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => console.log(server.address().port));
server.on('connection', (socket, request) => {
  const pair = new URL(request.url, 'ws://local').searchParams.get('pair');
  const sides = pairs.get(pair) ?? [];
  pairs.set(pair, [...sides, socket]);
  socket.on('message', (data) => {
    for (const other of pairs.get(pair)) if (other !== socket) other.send(data, { binary: false });
    socket.send(JSON.stringify({ stored: JSON.parse(data).id }));
  });
  socket.on('close', () => pairs.set(pair, pairs.get(pair).filter((one) => one !== socket)));
});
process.on('SIGUSR2', () => globalThis.gc?.());

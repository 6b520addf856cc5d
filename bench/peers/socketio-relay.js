// A chat relay on socket.io that stores nothing: what one side of a pair says, the other side hears.
// Prints the port it listens on; collects its garbage on SIGUSR2 (node --expose-gc).
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => {
  const pair = String(socket.handshake.query.pair);
  socket.join(pair);
  socket.on('message', (message, stored) => {
    socket.to(pair).emit('message', message);
    stored();
  });
});
http.listen(0, '127.0.0.1', () => console.log(http.address().port));
process.on('SIGUSR2', () => globalThis.gc?.());

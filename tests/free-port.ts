import { createServer, type AddressInfo } from 'node:net';

/** A port that nobody has. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((settle) => {
    server.listen(0, '127.0.0.1', settle);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((settle) => {
    server.close(() => {
      settle();
    });
  });
  return port;
}

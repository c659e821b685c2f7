import { connect } from 'node:net';

/** After this long without a word nothing more is sent: the server then ends what it still waits for. Milliseconds. */
const PAUSE_MS = 500;
/** A server that neither answers nor ends the connection has not answered the call. */
const PATIENCE_MS = 6_000;

/**
 * Bytes sent over one connection of their own exactly as they are, and everything that came back until it ended.
 * `fetch` and `http.request` would put right, or refuse to send, much of what a hostile program sends.
 * @param port on this computer
 * @param ends false: the sending side stays open for good
 */
export async function rawExchange(port: number, bytes: string | Uint8Array, ends = true): Promise<string> {
  return await new Promise((settle) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes);
      // Not at once: Node's server drops an answer that it is still working on.
      if (ends) socket.setTimeout(PAUSE_MS, () => socket.end());
    });
    const patience = setTimeout(() => socket.destroy(), PATIENCE_MS);
    socket.on('data', (chunk) => chunks.push(chunk));
    // A refused connection is as good an end as any.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(patience);
      settle(Buffer.concat(chunks).toString('latin1'));
    });
  });
}

import { readFileSync } from 'node:fs';

/**
 * Sockets of this network namespace, one a line (Linux, proc_net_tcp), and 127.0.0.1 as each table writes it on a
 * little-endian machine.
 */
const TABLES = [
  ['/proc/net/tcp', '0100007F'],
  ['/proc/net/tcp6', '0000000000000000FFFF00000100007F'],
] as const;

/**
 * User id of the account that holds the other end of a connection over 127.0.0.1, where the system tells: on Linux.
 * Null where it does not, or where the other end has gone already.
 * @param peerPort the other end's port
 * @param ownPort the port that was connected to
 * @param read injected for tests
 */
export function peerAccount(
  peerPort: number,
  ownPort: number,
  read: (path: string) => string = readTable,
): number | null {
  for (const [table, host] of TABLES) {
    const text = read(table);
    // sl, local address, remote address, state, queues, timer, retransmits, uid, …
    const place = text.indexOf(` ${host}:${hexPort(peerPort)} ${host}:${hexPort(ownPort)} `);
    const uid =
      place < 0
        ? undefined
        : text
            .slice(place, place + 200)
            .trim()
            .split(/\s+/)[6];
    if (uid !== undefined && /^\d+$/.test(uid)) return Number(uid);
  }
  return null;
}

function hexPort(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}

function readTable(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

import { readFileSync } from 'node:fs';

/** `/proc/net/tcp` and `tcp6`: sockets of this network namespace, one a line (Linux, proc_net_tcp). */
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];
/** 127.0.0.1 as the tables write it on a little-endian machine, alone and mapped into IPv6. */
const LOOPBACK: ReadonlySet<string> = new Set(['0100007F', '0000000000000000FFFF00000100007F']);

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
  const [peer, own] = [hexPort(peerPort), hexPort(ownPort)];
  for (const table of TABLES) {
    for (const line of read(table).split('\n').slice(1)) {
      // sl, local address, remote address, state, queues, timer, retransmits, uid, …
      const [, local, remote, , , , , uid] = line.trim().split(/\s+/);
      if (isLoopback(local, peer) && isLoopback(remote, own) && /^\d+$/.test(uid ?? '')) return Number(uid);
    }
  }
  return null;
}

function isLoopback(address: string | undefined, port: string): boolean {
  const [host = '', given] = (address ?? '').split(':');
  return given === port && LOOPBACK.has(host);
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

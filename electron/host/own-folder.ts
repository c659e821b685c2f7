import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { HostFailure } from './host-failure';

/** Permissions of group and others. */
const OTHERS = 0o077;
const STICKY = 0o1000;
/** What this program puts into its folder; a folder that holds one of them is its own. */
const OWN_ENTRIES: ReadonlySet<string> = new Set([
  'browser-profile',
  'electron',
  'in-use.lock',
  'journal',
  'owner-secret',
  'reserve.bin',
  'running.json',
  'set-aside',
  'snapshots',
  'window-state.json',
]);

/**
 * Makes the data folder where it is missing, and takes away what other accounts of this computer may do with it (0700).
 * Throws HostFailure with a sentence to show where that cannot be: the folder is another account's, is shared, or holds
 * other things than this program's. Windows has no such permissions; its folder lies in the account's own profile.
 * @param account user id of this process; undefined on Windows
 * @returns a sentence to show where permissions were changed, else null
 */
export function makeOwnFolder(folder: string, account: number | undefined = process.getuid?.()): string | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account === undefined) return null;
  const { mode, uid } = statSync(folder);
  if (uid !== account)
    throw refusal(`The data folder ${folder} belongs to another account of this computer.`, 'Choose one of your own');
  if ((mode & OTHERS) === 0) return null;
  if ((mode & STICKY) !== 0) throw refusal(`The data folder ${folder} is shared by all accounts.`, 'Choose another');
  const entries = readdirSync(folder);
  if (entries.length > 0 && !entries.some((entry) => OWN_ENTRIES.has(entry)))
    throw refusal(
      `Other accounts of this computer may open the folder ${folder}, and it holds other things than Handpicked’s.`,
      'Choose a folder for Handpicked alone',
    );
  chmodSync(folder, 0o700);
  if ((statSync(folder).mode & OTHERS) !== 0)
    throw refusal(
      `Other accounts of this computer can open the data folder ${folder}, and its disk keeps no permissions.`,
      'Choose a folder on another disk',
    );
  return `Other accounts of this computer could open ${folder}: now only yours can.`;
}

function refusal(what: string, advice: string): HostFailure {
  return new HostFailure('host-refused', `${what} ${advice} with --data DIR (or HANDPICKED_DATA).`);
}

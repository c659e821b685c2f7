import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HostFailure } from './host-failure';

const FILE = 'owner-secret';
export const SECRET_BYTES = 32;
/** Another start may have made the file and not yet filled it. */
const PATIENCE_MS = 1_000;
const PAUSE_MS = 25;

export interface OwnerSecret {
  readonly secret: Buffer;
  /** A sentence to show where the file was replaced, else null. */
  readonly mended: string | null;
}

/**
 * The secret that only this account can read: 32 random bytes in `owner-secret`, mode 0600, in the data folder. Who
 * knows it is taken for the owner. Made where it is missing; made anew where others could have read it, where it is no
 * plain file, or where it has another length. Throws HostFailure with a sentence where it cannot be kept private.
 * @param account user id of this process; undefined on Windows, where the folder's own rights count
 */
export async function ownerSecret(
  dataFolder: string,
  account: number | undefined = process.getuid?.(),
): Promise<OwnerSecret> {
  const file = join(dataFolder, FILE);
  let mended: string | null = null;
  // A second round reads what the first made; a third is needed only where another start replaces it at the same time.
  for (let round = 0; round < 4; round += 1) {
    const made = await makeSecret(file);
    if (made !== null) return { secret: made, mended };
    const fault = await faultOf(file, account);
    if (fault === null) {
      const secret = await readSecret(file);
      if (secret !== null) return { secret, mended };
    }
    await rm(file, { force: true, recursive: true });
    mended = `The file ${file} ${fault ?? 'was damaged'}: it was replaced. Start any window that is still open again.`;
  }
  throw new HostFailure(
    'host-refused',
    `The file ${file} cannot be kept from other accounts here. Choose a folder on another disk with --data DIR.`,
  );
}

/** Creates the file, and never follows or fills one that is there. Null: there is one. */
async function makeSecret(file: string): Promise<Buffer | null> {
  try {
    const handle = await open(file, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
    try {
      const secret = randomBytes(SECRET_BYTES);
      await handle.writeFile(secret);
      await handle.sync();
      return (await isPrivate(handle)) ? secret : null;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null;
    throw new HostFailure(
      'host-refused',
      `Handpicked cannot write to ${file}. Is the disk full, or the folder read-only?`,
      {
        cause: error,
      },
    );
  }
}

/** Some disks keep no permissions, whatever the file was made with. */
async function isPrivate(handle: { stat(): Promise<{ readonly mode: number }> }): Promise<boolean> {
  return process.platform === 'win32' || ((await handle.stat()).mode & 0o077) === 0;
}

async function faultOf(file: string, account: number | undefined): Promise<string | null> {
  const found = await lstat(file);
  if (!found.isFile()) return 'was not a plain file';
  if (account === undefined) return null;
  if (found.uid !== account) return 'belonged to another account';
  if ((found.mode & 0o077) !== 0) return 'could be read by other accounts';
  return null;
}

async function readSecret(file: string): Promise<Buffer | null> {
  for (let waited = 0; waited <= PATIENCE_MS; waited += PAUSE_MS) {
    const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const buffer = Buffer.alloc(SECRET_BYTES + 1);
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
      if (bytesRead === SECRET_BYTES) return buffer.subarray(0, SECRET_BYTES);
      if (bytesRead > SECRET_BYTES) return null;
    } finally {
      await handle.close();
    }
    await new Promise((settle) => {
      setTimeout(settle, PAUSE_MS);
    });
  }
  return null;
}

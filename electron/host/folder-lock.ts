import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { errorCode, isMissing, readWhole, type FileSystem } from './file-system';
import { HostFailure } from './host-failure';
import { isRunning, thisProgram, type ProgramMark } from './running-program';

/** A data folder that only this program writes to. It stands in the folder, so that every path to it meets the same. */
export interface FolderLock {
  /** False: the file is gone, or another program took over. */
  isOurs(): Promise<boolean>;
  release(): Promise<void>;
}

const FILE = 'in-use.lock';
const lockSchema = z.object({
  pid: z.number(),
  host: z.string(),
  boot: z.string(),
  start: z.string(),
  token: z.string(),
  /** Epoch milliseconds. */
  since: z.number(),
});
type LockNote = z.infer<typeof lockSchema>;

/** A lock is written in one go just after it was made; one that stays empty for so long was left in between. */
const UNWRITTEN_MS = 300;
/** Another computer that shares the folder shows in this rhythm that it still runs… */
const SIGN_OF_LIFE_MS = 20_000;
/** …and is taken for dead after this. */
const SILENCE_MS = 120_000;
const ATTEMPTS = 5;

/**
 * Takes the folder, also from a program that ended without letting go. Throws HostFailure `folder-in-use` where another
 * program holds it, or the file system's error.
 */
export async function lockFolder(
  fileSystem: FileSystem,
  folder: string,
  now: () => number,
  program: ProgramMark = thisProgram(),
): Promise<FolderLock> {
  const path = join(folder, FILE);
  const note: LockNote = { ...program, token: randomUUID(), since: now() };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await create(fileSystem, path, note)) return held(fileSystem, path, note);
    const found = await settled(fileSystem, path);
    if (found === null) continue;
    if (found.note !== null && (await isAlive(fileSystem, path, found.note, now()))) throw inUse(found.note);
    await takeAway(fileSystem, path, found.text, note.token);
  }
  throw new HostFailure('folder-in-use', 'Other programs are taking this data folder at this moment. Try again.');
}

/** False where there is one already. */
async function create(fileSystem: FileSystem, path: string, note: LockNote): Promise<boolean> {
  try {
    const file = await fileSystem.open(path, 'create');
    try {
      await file.write(Buffer.from(JSON.stringify(note)), 0);
    } catch (error) {
      await fileSystem.remove(path).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

interface FoundLock {
  readonly text: string;
  /** Null: it says nothing. */
  readonly note: LockNote | null;
}

async function read(fileSystem: FileSystem, path: string): Promise<FoundLock | null> {
  let text: string;
  try {
    text = (await readWhole(fileSystem, path)).toString('utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  try {
    return { text, note: lockSchema.parse(JSON.parse(text)) };
  } catch {
    return { text, note: null };
  }
}

async function settled(fileSystem: FileSystem, path: string): Promise<FoundLock | null> {
  const found = await read(fileSystem, path);
  if (found === null || found.note !== null) return found;
  await wait(UNWRITTEN_MS);
  return await read(fileSystem, path);
}

async function isAlive(fileSystem: FileSystem, path: string, note: LockNote, now: number): Promise<boolean> {
  const runs = isRunning(note);
  if (runs !== null) return runs;
  const facts = await fileSystem.stat(path);
  return facts !== null && Math.abs(now - facts.modifiedAt) < SILENCE_MS;
}

/** Removes a dead program's lock; one that another program made meanwhile is put back. */
async function takeAway(fileSystem: FileSystem, path: string, text: string, token: string): Promise<void> {
  const aside = `${path}.${token}`;
  try {
    await fileSystem.rename(path, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  if ((await read(fileSystem, aside))?.text === text) await fileSystem.remove(aside);
  else await fileSystem.rename(aside, path);
}

function held(fileSystem: FileSystem, path: string, note: LockNote): FolderLock {
  const isOurs = async (): Promise<boolean> => (await read(fileSystem, path))?.note?.token === note.token;
  const showLife = async (): Promise<void> => {
    if (!(await isOurs())) return;
    const file = await fileSystem.open(path, 'change');
    try {
      await file.write(Buffer.from(JSON.stringify(note)), 0);
    } finally {
      await file.close();
    }
  };
  const timer = setInterval(() => {
    // Nothing depends on a single one.
    showLife().catch(() => undefined);
  }, SIGN_OF_LIFE_MS);
  timer.unref();
  return {
    isOurs,
    release: async () => {
      clearInterval(timer);
      if (await isOurs()) await fileSystem.remove(path);
    },
  };
}

function inUse({ pid, host, since }: LockNote): HostFailure {
  return new HostFailure(
    'folder-in-use',
    `This data folder is in use by another Handpicked (process ${pid} on ${host}, since ${new Date(since).toISOString()}). ` +
      'Close it, or start this one on another folder with --data.',
  );
}

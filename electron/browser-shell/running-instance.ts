import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../host/atomic-file';
import { folderMark, IDENTITY_PATH } from './server';

const FILE = 'running.json';
const noteSchema = z.object({ origin: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/) });
const identitySchema = z.object({ program: z.literal('handpicked'), version: z.string(), folder: z.string() });

/** What answers at an address: this program on the same data, on other data, or anything else (nothing included). */
export type Occupant = 'same-data' | 'other-data' | 'not-ours';

export async function occupantOf(origin: string, dataFolder: string): Promise<Occupant> {
  try {
    const response = await fetch(origin + IDENTITY_PATH, { signal: AbortSignal.timeout(2_000), redirect: 'error' });
    const identity = identitySchema.safeParse(await response.json());
    if (!identity.success) return 'not-ours';
    return identity.data.folder === folderMark(dataFolder) ? 'same-data' : 'other-data';
  } catch {
    return 'not-ours';
  }
}

/** Address of an instance that already runs on this data folder, at whatever port, or null. */
export async function runningOrigin(dataFolder: string): Promise<string | null> {
  try {
    const { origin } = noteSchema.parse(JSON.parse(await readFile(join(dataFolder, FILE), 'utf8')));
    return (await occupantOf(origin, dataFolder)) === 'same-data' ? origin : null;
  } catch {
    return null;
  }
}

/** Leaves a note of where this instance answers; call the result to take it away again. */
export async function noteRunning(dataFolder: string, origin: string): Promise<() => Promise<void>> {
  const file = join(dataFolder, FILE);
  await writeAtomically(file, JSON.stringify({ origin }));
  return async () => {
    await rm(file, { force: true });
  };
}

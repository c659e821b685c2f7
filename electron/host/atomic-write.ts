import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import type { FileSystem } from './file-system';

const TEMPORARY = /\.[0-9a-f]{12}\.tmp$/;

/** Whether a file is one that `writeThrough` left behind when the program ended in the middle of it. */
export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name);
}

/**
 * Writes a file completely or not at all, so that it lasts: a temporary file beside it, fsync, rename, fsync of the
 * folder. Takes the place of what bears the name. Throws the file system's error; then the name bears what it bore, or,
 * where the last step failed, perhaps the new content.
 */
export async function writeThrough(
  fileSystem: FileSystem,
  path: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  const file = await fileSystem.open(temporary, 'create');
  try {
    try {
      let position = 0;
      for await (const part of content instanceof Uint8Array ? [content] : content) {
        await file.write(part, position);
        position += part.byteLength;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await fileSystem.rename(temporary, path);
  } catch (error) {
    await fileSystem.remove(temporary).catch(() => undefined);
    throw error;
  }
  await fileSystem.syncFolder(dirname(path));
}

/** Makes a folder in one that exists, so that it lasts; nothing where it is there. Throws the file system's error. */
export async function makeLastingFolder(fileSystem: FileSystem, path: string): Promise<void> {
  if ((await fileSystem.stat(path)) !== null) return;
  await fileSystem.makeFolder(path);
  await fileSystem.syncFolder(dirname(path));
}

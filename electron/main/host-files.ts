import { open, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { OpenedFile, SaveFileResult } from '../host-contract';
import { writeAtomically } from '../host/atomic-file';
import { HostFailure } from '../host/host-failure';

/** Bytes; exports of the largest libraries are a tenth of this. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024;

/** Reads a file the person chose. Throws HostFailure `file-too-large` or `file-unreadable`. */
export async function readChosenFile(path: string, largest = MAX_FILE_BYTES): Promise<OpenedFile> {
  const name = basename(path);
  try {
    const file = await open(path, 'r');
    try {
      if ((await file.stat()).size > largest)
        throw new HostFailure(
          'file-too-large',
          `"${name}" is larger than ${Math.round(largest / 1024 / 1024)} MB. Choose the export file itself.`,
        );
    } finally {
      await file.close();
    }
    return { name, bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    if (error instanceof HostFailure) throw error;
    throw new HostFailure(
      'file-unreadable',
      `"${name}" could not be read. Is it still there, and may this program read it?`,
      { cause: error },
    );
  }
}

/** Writes to the place the person chose, completely or not at all. */
export async function saveChosenFile(path: string, bytes: Uint8Array): Promise<SaveFileResult> {
  try {
    await writeAtomically(path, bytes);
    return 'saved';
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new HostFailure('storage-full', 'The disk is full. Free some space, or save somewhere else.', {
        cause: error,
      });
    throw new HostFailure('file-unreadable', `"${basename(path)}" could not be saved there. Choose another folder.`, {
      cause: error,
    });
  }
}

/** A name the page suggests, reduced to a plain file name in the folder the dialog opens on. */
export function suggestedPath(folder: string, name: string): string {
  const plain = name
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  const extension = extname(plain).slice(0, 20);
  const stem = plain.slice(0, plain.length - extname(plain).length).slice(0, 120);
  return join(folder, stem === '' ? `handpicked${extension}` : stem + extension);
}

import type { PickedFile } from '../../domain/picked-file';
import { ARCHIVE_EXTENSION, SEAL_BYTES, SEAL_TEXT } from './archive-format';
import { isLockedFile } from './locked-file';

const HEAD_BYTES = 64;

/** Whether a file is to be read as an archive: by its name, its seal or its lock. Reads a few bytes of it. */
export async function isArchiveFile(file: PickedFile): Promise<boolean> {
  if (file.name.toLowerCase().endsWith(`.${ARCHIVE_EXTENSION}`)) return true;
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (isLockedFile(head)) return true;
  const tail = await file.slice(Math.max(0, file.size - SEAL_BYTES), file.size).arrayBuffer();
  return new TextDecoder('latin1').decode(tail).startsWith(SEAL_TEXT);
}

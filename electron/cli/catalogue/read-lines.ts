import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type LineBatches, splitLines } from '../../../renderer/src/catalogue/building/dumps/line-batches';

/** The lines of a file, unpacked on the way where its name ends in `.gz`. No more than a piece is in memory. */
export function readLines(path: string): LineBatches {
  const file = createReadStream(path);
  if (!path.endsWith('.gz')) return splitLines(file);
  const unpacked = createGunzip();
  // A broken file ends the reading of `unpacked` with its error.
  pipeline(file, unpacked, () => {});
  return splitLines(unpacked);
}

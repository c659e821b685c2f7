import { join } from 'node:path';
import { writeThrough } from '../atomic-write';
import { readWhole, type FileSystem } from '../file-system';
import { timeInName } from '../time-in-name';
import { encodeHeader, HEADER_BYTES, JOURNAL_VERSION } from './segment-header';
import { countedParts, type Segment } from './segment';

/**
 * Takes what is no record out of a segment, after its bytes were copied beside it. Where only its end is torn, that end
 * is copied and cut; otherwise the whole file is copied and written anew.
 * @returns the name of the copy. Throws the file system's error; then the segment is as it was
 */
export async function repairSegment(
  fileSystem: FileSystem,
  folder: string,
  segment: Segment,
  journalId: string,
  now: number,
): Promise<string> {
  const path = join(folder, segment.name);
  const bytes = await readWhole(fileSystem, path);
  const parts = [...countedParts(bytes, segment)];
  const gaps = parts.flatMap(({ gap }) => gap ?? []);
  const [torn] = gaps.length === 1 && gaps[0]?.to === bytes.length && gaps[0].from >= HEADER_BYTES ? gaps : [];
  const copy = `${segment.name}.${torn === undefined ? 'damaged' : 'torn'}-${timeInName(now)}`;
  await writeThrough(fileSystem, join(folder, copy), torn === undefined ? bytes : bytes.subarray(torn.from));
  if (torn === undefined) {
    const header = encodeHeader({ version: JOURNAL_VERSION, journalId, firstSequence: segment.firstSequence });
    const frames = parts.flatMap(({ frame }) => (frame === undefined ? [] : [bytes.subarray(frame.start, frame.end)]));
    const kept = Buffer.concat([header, ...frames]);
    await writeThrough(fileSystem, path, kept);
    segment.size = kept.length;
  } else {
    await cut(fileSystem, path, torn.from);
    segment.size = torn.from;
  }
  segment.isWhole = true;
  return copy;
}

/** Makes a file shorter, so that it lasts. Throws the file system's error. */
export async function cut(fileSystem: FileSystem, path: string, length: number): Promise<void> {
  const file = await fileSystem.open(path, 'change');
  try {
    await file.truncate(length);
    await file.sync();
  } finally {
    await file.close();
  }
}

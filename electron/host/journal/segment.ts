import { partsOfSegment, type Part } from './scan-segment';

/** A file of the journal, as far as it counts. */
export interface Segment {
  readonly name: string;
  /** Number that its first record has, or would have. */
  readonly firstSequence: number;
  /** Records up to this number stand in earlier files. */
  readonly after: number;
  /** Records from this number on stand in later files; Infinity in the newest. */
  limit: number;
  /** One less than the first where it holds none. */
  lastSequence: number;
  /** Epoch milliseconds of the newest record; -Infinity where it holds none. */
  newestAt: number;
  /** Bytes of the file. */
  size: number;
  /** False: it holds bytes that are no record, which could not be set aside. */
  isWhole: boolean;
  /** False: it could not be read. */
  isReadable: boolean;
}

/** What counts in a file: parts between records, and records whose numbers rise within the bounds of the segment. */
export function* countedParts(bytes: Buffer, { after, limit }: Pick<Segment, 'after' | 'limit'>): Generator<Part> {
  let last = after;
  for (const part of partsOfSegment(bytes)) {
    if (part.frame !== undefined) {
      if (part.frame.sequence <= last || part.frame.sequence >= limit) continue;
      last = part.frame.sequence;
    }
    yield part;
  }
}

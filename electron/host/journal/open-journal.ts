import { join } from 'node:path';
import type { JournalDamage } from '../../host-contract';
import { isTemporary, makeLastingFolder } from '../atomic-write';
import { readWhole, type FileSystem } from '../file-system';
import { HostFailure } from '../host-failure';
import { DamageFinder, type FoundDamage } from './find-damage';
import { readNotes, writeNotes, type JournalNotes } from './journal-notes';
import type { KeptIds } from './kept-ids';
import { MIN_FRAME_BYTES } from './record-frame';
import { repairSegment } from './repair-segment';
import { countedParts, type Segment } from './segment';
import {
  decodeHeader,
  firstSequenceOf,
  HEADER_BYTES,
  JOURNAL_VERSION,
  segmentName,
  type SegmentHeader,
} from './segment-header';

export interface JournalPlace {
  readonly fileSystem: FileSystem;
  readonly folder: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

export interface OpenedJournal {
  readonly journalId: string;
  /** Oldest first. */
  readonly segments: Segment[];
  /** Highest number that was ever given, as far as the files tell. */
  lastSequence: number;
  notes: JournalNotes;
}

/** A file that is larger than any this program writes is none of ours. */
const LARGEST_SEGMENT = 512 * 1024 * 1024;

interface Listed {
  readonly name: string;
  readonly bytes: number;
  /** Null: damaged. */
  readonly header: SegmentHeader | null;
  readonly isReadable: boolean;
  /** Its first number, by its header, else by its name. */
  readonly first: number;
}

/**
 * Reads all of a journal, repairs what can be repaired, and says what is lost. Only a journal of a later version is
 * refused (HostFailure `journal-newer`), before anything is changed. Throws the file system's error where the folder
 * itself cannot be read; damaged and unreadable files are no errors.
 * @param ids receives the ids of the newest records
 * @param highest number that is known to have been given; what is missing up to it is lost
 */
export async function openJournal(place: JournalPlace, ids: KeptIds, highest = 0): Promise<OpenedJournal> {
  const { fileSystem, folder } = place;
  await makeLastingFolder(fileSystem, folder);
  const names = await fileSystem.list(folder);
  const listed = await listSegments(place, names);
  const notes = await readNotes(fileSystem, folder);
  for (const name of names.filter(isTemporary)) await fileSystem.remove(join(folder, name)).catch(() => undefined);

  const journalId = listed.find(({ header }) => header !== null)?.header?.journalId ?? place.newId();
  const { segments, found, lastSequence } = await readSegments(place, listed, notes, ids, highest);
  const journal: OpenedJournal = { journalId, segments, lastSequence, notes };
  await repair(place, journal, found);
  return journal;
}

async function listSegments({ fileSystem, folder }: JournalPlace, names: readonly string[]): Promise<Listed[]> {
  const listed: Listed[] = [];
  for (const name of names) {
    const byName = firstSequenceOf(name);
    if (byName === null) continue;
    const { bytes, header, isReadable } = await headerOf(fileSystem, join(folder, name));
    if (header !== null && header.version > JOURNAL_VERSION)
      throw new HostFailure(
        'journal-newer',
        'The journal in the data folder was written by a newer version of Handpicked. Open it with that version, or update this one. Nothing was changed.',
      );
    listed.push({ name, bytes, header, isReadable, first: header?.firstSequence ?? byName });
  }
  return listed.toSorted((a, b) => a.first - b.first || (a.name < b.name ? -1 : 1));
}

async function headerOf(
  fileSystem: FileSystem,
  path: string,
): Promise<Pick<Listed, 'bytes' | 'header' | 'isReadable'>> {
  let bytes = 0;
  try {
    const file = await fileSystem.open(path, 'read');
    try {
      const facts = await file.facts();
      bytes = facts.size;
      const start = Buffer.alloc(HEADER_BYTES);
      const read = await file.read(start, 0);
      const isReadable = facts.isFile && bytes <= LARGEST_SEGMENT;
      return { bytes, header: decodeHeader(start.subarray(0, read)), isReadable };
    } finally {
      await file.close();
    }
  } catch {
    return { bytes, header: null, isReadable: false };
  }
}

async function readSegments(
  { fileSystem, folder }: JournalPlace,
  listed: readonly Listed[],
  notes: JournalNotes,
  ids: KeptIds,
  highest: number,
): Promise<{ readonly segments: Segment[]; readonly found: readonly FoundDamage[]; readonly lastSequence: number }> {
  const finder = new DamageFinder(notes.droppedThrough);
  const segments: Segment[] = [];
  let after = notes.droppedThrough;
  for (const [index, { name, bytes, first, isReadable }] of listed.entries()) {
    const limit = listed[index + 1]?.header?.firstSequence ?? Number.POSITIVE_INFINITY;
    const content = isReadable ? await readWhole(fileSystem, join(folder, name)).catch(() => null) : null;
    const segment: Segment = {
      name,
      firstSequence: first,
      after,
      limit,
      lastSequence: first - 1,
      newestAt: Number.NEGATIVE_INFINITY,
      size: bytes,
      isWhole: content !== null,
      isReadable: content !== null,
    };
    const parts = content === null ? null : [...countedParts(content, segment)];
    for (const { gap, frame } of parts ?? []) {
      if (gap !== undefined) segment.isWhole = false;
      else {
        segment.lastSequence = frame.sequence;
        segment.newestAt = Math.max(segment.newestAt, frame.at);
        after = frame.sequence;
        ids.add(frame.id, frame.sequence);
      }
    }
    finder.add({ name, bytes, parts }, index === listed.length - 1);
    segments.push(segment);
  }
  const newest = listed.at(-1);
  // What the newest file might hold, where it cannot be read: its numbers must not be given again.
  const unread = newest === undefined || segments.at(-1)?.isReadable === true ? 0 : newest.bytes / MIN_FRAME_BYTES + 1;
  const next = Math.max(after + 1, (newest?.first ?? 0) + Math.ceil(unread), highest + 1);
  finder.end(newest?.name ?? segmentName(next), next);
  return { segments, found: finder.found, lastSequence: next - 1 };
}

/** As much as the disk allows: what cannot be repaired is read around, and nothing is written behind it. */
async function repair(place: JournalPlace, journal: OpenedJournal, found: readonly FoundDamage[]): Promise<void> {
  const { fileSystem, folder, now } = place;
  const known = journal.notes.damage;
  const damage: JournalDamage[] = found
    .filter((entry) => !known.some((one) => isSame(one, entry)))
    .map((entry) => ({ ...entry, foundAt: now(), setAsideAs: null }));
  for (const segment of journal.segments) {
    if (segment.isWhole || !segment.isReadable) continue;
    const setAsideAs = await repairSegment(fileSystem, folder, segment, journal.journalId, now()).catch(() => null);
    for (const [index, entry] of damage.entries())
      if (entry.file === segment.name) damage[index] = { ...entry, setAsideAs };
  }
  if (damage.length === 0) return;
  journal.notes = { ...journal.notes, damage: [...known, ...damage] };
  await writeNotes(fileSystem, folder, journal.notes).catch(() => undefined);
}

/** Whether it was found before: the same file, the same bytes that could not be set aside, or numbers known as lost. */
function isSame(known: JournalDamage, found: FoundDamage): boolean {
  if (found.what === 'missing-records' && found.lostSequences !== null && known.lostSequences !== null)
    return (
      known.lostSequences.first <= found.lostSequences.first && known.lostSequences.last >= found.lostSequences.last
    );
  if (known.what !== found.what || known.file !== found.file) return false;
  return found.what === 'unreadable' || (known.fromByte === found.fromByte && known.lostBytes === found.lostBytes);
}

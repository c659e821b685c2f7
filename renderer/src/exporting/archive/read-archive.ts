import type { ArchiveProblem } from '../../domain/archive';
import { ownValue } from '../../domain/own-value';
import type { ArchivedTable, DamagedTableRow } from '../../domain/archived-table';
import { AppError } from '../../domain/errors';
import { archiveContents, type StoredPart } from './archive-contents';
import { damagedArchive, refusedArchive } from './archive-errors';
import { ARCHIVE_LIMITS, type ArchiveLimits, DAMAGED_PART, MAX_DEPTH, partOf } from './archive-format';
import type { ArchiveManifest } from './archive-manifest';
import { ArchiveProblems } from './archive-problems';
import { damagedRowOf, keyText, TAGGED_LEVELS } from './damaged-line';
import { type JsonLine, JsonLines } from './json-lines';
import { oddText } from './odd-text';
import { Sha256 } from './sha-256';
import { unpackMember } from './unpack-member';

export interface ReadArchiveOptions {
  /** The same as the writer's, in the same order. */
  readonly tables: readonly ArchivedTable[];
  /** Number of the newest migration that is known here. */
  readonly databaseVersion: number;
  readonly limits?: ArchiveLimits;
  readonly signal?: AbortSignal;
  /** Unpacked bytes checked so far, and in all. */
  readonly onProgress?: (bytes: number, total: number) => void;
  /** Called often; lets other tasks of the thread run where it is time for them. */
  readonly pause?: () => Promise<void>;
}

/** An archive every byte of which was checked. Rows are unpacked again when they are asked for. */
export interface Archive {
  readonly manifest: ArchiveManifest;
  readonly problems: readonly ArchiveProblem[];
  /** It is of an older version of the database: its rows were not checked and have to go through the migrations. */
  readonly needsMigration: boolean;
  /** Rows of each table that fit it. */
  readonly counts: ReadonlyMap<string, number>;
  readonly damagedCount: number;
  /** As they are stored, in key order, some thousand at a time. */
  rows(table: string): AsyncGenerator<readonly unknown[]>;
  damagedRows(): AsyncGenerator<readonly DamagedTableRow[]>;
}

const BATCH_ROWS = 2000;
const BATCH_BYTES = 4 * 2 ** 20;

/**
 * Reads an archive as something that may have been damaged or forged. Nothing of it is handed out before all of it was
 * unpacked within the limits, compared with its digests and looked at row by row. Rejects with AppError:
 * `format-unknown` (no archive), `passphrase-needed`, `archive-damaged` (other bytes than were written),
 * `format-invalid` (never written by this program), `file-too-large`, `archive-newer`, `cancelled`.
 */
export async function readArchive(file: Uint8Array, options: ReadArchiveOptions): Promise<Archive> {
  const { tables, databaseVersion, limits = ARCHIVE_LIMITS } = options;
  const problems = new ArchiveProblems();
  const { manifest, parts } = archiveContents(file, {
    tableNames: tables.map(({ name }) => name),
    databaseVersion,
    limits,
    problems,
  });
  const lines = linesReader(parts, limits, options);
  const needsMigration = manifest.databaseVersion < databaseVersion;
  const total = [...parts.values()].reduce((sum, { bytes }) => sum + bytes, 0);

  // Damaged rows first: their keys must be free in their tables, and what names them names something.
  let checkedBytes = 0;
  const onBytes = (bytes: number): void => options.onProgress?.((checkedBytes += bytes), total);
  const damagedKeys = new Set<string>();
  let damagedCount = 0;
  for await (const group of lines(DAMAGED_PART, onBytes)) {
    for (const line of group) {
      const { table, key, problem } = damagedRowOf(line, tables);
      const id = keyText(table, key);
      if (damagedKeys.has(id))
        throw refusedArchive({ part: DAMAGED_PART, line: line.number }, 'its key is there twice');
      damagedKeys.add(id);
      damagedCount += 1;
      problems.add('damaged-row', { part: DAMAGED_PART, line: line.number }, problem);
    }
  }

  /** Keys of the rows read so far that others may name; their tables come before those that name them. */
  const known = new Set<string>(damagedKeys);
  /** Lines of each table that do not fit it. */
  const misfits = new Map<string, ReadonlySet<number>>();
  const counts = new Map<string, number>();
  for (const table of tables) {
    const part = partOf(table.name);
    const bad = new Set<number>();
    let last: string | null = null;
    let count = 0;
    for await (const group of lines(part, onBytes)) {
      for (const line of group) {
        const place = { part, line: line.number };
        const key = keyOf(line, table);
        if (key === null) throw refusedArchive(place, `it has no text as its ${table.keyField}`);
        if (last !== null && key <= last) throw refusedArchive(place, 'the rows are not in the order of their keys');
        last = key;
        count += 1;
        const id = keyText(table.name, key);
        if (damagedKeys.has(id)) throw refusedArchive(place, 'its key is there twice');
        if (table.isReferenced) known.add(id);
        if (!needsMigration && !fits(line, table, known, problems)) bad.add(line.number);
      }
    }
    misfits.set(table.name, bad);
    damagedCount += bad.size;
    counts.set(table.name, count - bad.size);
  }

  return {
    manifest,
    problems: problems.all(),
    needsMigration,
    counts,
    damagedCount,
    rows: (name) =>
      batches(lines(partOf(name)), (line) => (misfits.get(name)?.has(line.number) === true ? undefined : line.value)),
    async *damagedRows() {
      yield* batches(lines(DAMAGED_PART), (line) => damagedRowOf(line, tables));
      for (const table of tables) {
        const bad = misfits.get(table.name) ?? new Set();
        if (bad.size === 0) continue;
        yield* batches(lines(partOf(table.name)), (line) =>
          bad.has(line.number)
            ? {
                table: table.name,
                key: keyOf(line, table),
                problem: table.problemOf(line.value) ?? '',
                row: line.value,
              }
            : undefined,
        );
      }
    },
  };
}

/** Whether the row fits its table; what is strange about one that does goes to `problems`. */
function fits(line: JsonLine, table: ArchivedTable, known: ReadonlySet<string>, problems: ArchiveProblems): boolean {
  const place = { part: partOf(table.name), line: line.number };
  const problem = table.problemOf(line.value);
  if (problem !== null) {
    problems.add('damaged-row', place, problem);
    return false;
  }
  const odd = oddText(line) ?? table.oddityOf(line.value);
  if (odd !== null) problems.add('odd-row', place, odd);
  for (const { table: named, key } of table.referencesOf(line.value))
    if (!known.has(keyText(named, key))) problems.add('reference-missing', place, `${named} ${key.slice(0, 100)}`);
  return true;
}

type ReadLines = (part: string, onBytes?: (bytes: number) => void) => AsyncGenerator<readonly JsonLine[]>;

/**
 * Lines of a part, as many at a time as were unpacked at once; at its end size, digest and number of rows are compared
 * with the manifest.
 */
function linesReader(
  parts: ReadonlyMap<string, StoredPart>,
  limits: ArchiveLimits,
  { signal, pause }: ReadArchiveOptions,
): ReadLines {
  return async function* read(name, onBytes) {
    const part = parts.get(name);
    if (part === undefined) return;
    const sha256 = new Sha256();
    const lines = new JsonLines(name, limits.lineBytes, name === DAMAGED_PART ? MAX_DEPTH * TAGGED_LEVELS : MAX_DEPTH);
    let rows = 0;
    for (const piece of unpackMember(part.member)) {
      if (signal?.aborted === true) throw new AppError('cancelled', 'Reading the file was cancelled.');
      sha256.update(piece);
      const group = [...lines.add(piece)];
      rows += group.length;
      yield group;
      onBytes?.(piece.byteLength);
      await pause?.();
    }
    lines.end();
    if (sha256.hex() !== part.sha256)
      throw damagedArchive({ part: name }, 'it has another digest than the manifest says');
    if (rows !== part.rows)
      throw damagedArchive({ part: name }, 'it has another number of rows than the manifest says');
  };
}

async function* batches<Row>(
  lines: AsyncIterable<readonly JsonLine[]>,
  rowOf: (line: JsonLine) => Row | undefined,
): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = [];
  let bytes = 0;
  for await (const group of lines) {
    for (const line of group) {
      const row = rowOf(line);
      if (row === undefined) continue;
      batch.push(row);
      bytes += line.bytes;
      if (batch.length < BATCH_ROWS && bytes < BATCH_BYTES) continue;
      yield batch;
      batch = [];
      bytes = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

function keyOf({ value }: JsonLine, { keyField }: ArchivedTable): string | null {
  if (!(value instanceof Object) || Array.isArray(value)) return null;
  const key = ownValue(value as Readonly<Record<string, unknown>>, keyField);
  return typeof key === 'string' ? key : null;
}

import type { ArchiveHeading, ArchiveSummary, TableChanges } from '../domain/archive';
import { AppError, type ErrorCode, toAppError } from '../domain/errors';
import type { ARCHIVE_METHODS } from '../domain/ports/archive-worker';
import type { CopiedStanding, LibraryCopies, LibrarySource } from '../domain/ports/library-copies';
import { DAMAGED_PART } from '../exporting/archive/archive-format';
import type { ArchiveManifest } from '../exporting/archive/archive-manifest';
import { ArchiveWriter } from '../exporting/archive/archive-writer';
import { compareRows } from '../exporting/archive/compare-rows';
import { type ArchiveCrypto, lockFile, unlockFile } from '../exporting/archive/locked-file';
import { type Archive, readArchive } from '../exporting/archive/read-archive';
import { nextTask } from '../inference/next-task';
import type { HandlerContext, Handlers } from './rpc-server';

export interface ArchiveServiceOptions {
  readonly copies: LibraryCopies;
  readonly crypto: ArchiveCrypto;
  readonly programVersion: string;
  /** Text of README.txt in each archive. */
  readonly readme: string;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Milliseconds of work between two looks at whether it was cancelled. */
const SLICE = 50;
/** A database for a proof is named after its time; one that is older was left by a crash. */
const PROOF_NAME = 'handpicked-proof-';
const PROOF_LIFE = 60 * 60 * 1000;
/** Failures that say something of the archive, rather than of this computer or of who asked. */
const ABOUT_THE_FILE: ReadonlySet<ErrorCode> = new Set([
  'archive-damaged',
  'archive-newer',
  'file-too-large',
  'format-invalid',
  'format-unknown',
  'passphrase-needed',
  'passphrase-wrong',
]);

/** What runs inside the worker that writes and reads archives. */
export function createArchiveService(options: ArchiveServiceOptions): Handlers<typeof ARCHIVE_METHODS> {
  const { copies, crypto, clock } = options;

  const open = async (bytes: Uint8Array, passphrase: string | null, context: HandlerContext): Promise<Archive> =>
    await readArchive(passphrase === null ? bytes : await joined(unlockFile(bytes, { crypto, passphrase })), {
      tables: copies.tables,
      databaseVersion: copies.version,
      signal: context.signal,
      onProgress: inSteps(context),
      pause: pacer(context.signal),
    });

  const restore = async (archive: Archive, name: string, { signal }: HandlerContext): Promise<void> => {
    const target = await copies.create(name, archive.manifest.databaseVersion);
    try {
      for (const { name: table } of copies.tables)
        for await (const rows of archive.rows(table)) {
          signal.throwIfAborted();
          await target.add(table, rows);
        }
      for await (const rows of archive.damagedRows())
        for (const damaged of rows) if ('row' in damaged) await target.add(damaged.table, [damaged.row]);
      await target.finish();
      await checkRestored(archive, name, copies, options, signal);
      if (archive.needsMigration) await target.upgrade();
      target.close();
    } catch (error) {
      target.close();
      await copies.delete(name);
      throw error;
    }
  };

  return {
    writeArchive: async ({ databaseName, reason, passphrase }, context) => {
      const source = await copies.open(databaseName);
      try {
        const heading = {
          programVersion: options.programVersion,
          madeAt: clock(),
          reason,
          databaseVersion: source.version,
        };
        const { pieces, manifest } = await archiveOf('file', source, heading, options.readme, {
          ...context,
          onProgress: inSteps(context),
        });
        const file = passphrase === null ? each(pieces) : lockFile(each(pieces), { crypto, passphrase });
        return { bytes: await joined(file), summary: summaryOf(manifest) };
      } finally {
        source.close();
      }
    },

    proveArchive: async ({ bytes, passphrase }, context) => {
      await deleteOldProofs(copies, clock());
      const name = `${PROOF_NAME}${String(clock())}-${globalThis.crypto.randomUUID()}`;
      try {
        const archive = await open(bytes, passphrase, context);
        await restore(archive, name, context);
        await copies.delete(name);
        return { problem: null, summary: summaryOf(archive.manifest, archive) };
      } catch (thrown) {
        const error = toAppError(thrown);
        if (!ABOUT_THE_FILE.has(error.code)) throw error;
        return { problem: error.message, summary: null };
      }
    },

    inspectArchive: async ({ bytes, passphrase, databaseName }, context) => {
      const archive = await open(bytes, passphrase, context);
      const isThere = databaseName !== null && (await copies.exists(databaseName));
      return {
        summary: summaryOf(archive.manifest, archive),
        problems: archive.problems,
        changes: isThere && !archive.needsMigration ? await changesFrom(databaseName, archive, copies, context) : null,
      };
    },

    restoreArchive: async ({ bytes, passphrase, databaseName }, context) => {
      const archive = await open(bytes, passphrase, context);
      await restore(archive, databaseName, context);
      return { summary: summaryOf(archive.manifest, archive) };
    },
  };
}

interface WrittenArchive {
  readonly pieces: readonly Uint8Array[];
  readonly manifest: ArchiveManifest;
}

/** The archive of a library at one moment, or only what its manifest says. */
async function archiveOf(
  what: 'file' | 'manifest',
  source: LibrarySource,
  about: Omit<ArchiveHeading, 'libraryId' | 'journalId' | 'journalSequence'>,
  readme: string,
  context: Pick<HandlerContext, 'signal'> & Partial<HandlerContext>,
): Promise<WrittenArchive> {
  let last = null as { readonly writer: ArchiveWriter; readonly pieces: readonly Uint8Array[] } | null;
  const begin = (standing: CopiedStanding | null): ArchiveWriter => {
    const heading: ArchiveHeading = {
      ...about,
      libraryId: standing?.libraryId ?? null,
      journalId: standing?.journalId ?? null,
      journalSequence: standing?.appliedSequence ?? null,
    };
    const pieces: Uint8Array[] = [];
    const emit = what === 'file' ? (bytes: Uint8Array): unknown => pieces.push(bytes) : null;
    const writer = new ArchiveWriter({ heading, readme, tables: source.tables, emit });
    last = { writer, pieces };
    return writer;
  };
  await source.copy(begin, {
    signal: context.signal,
    pause: pacer(context.signal),
    ...(context.onProgress === undefined ? {} : { onProgress: context.onProgress }),
  });
  // A bug: reading begins at least once.
  if (last === null) throw new Error('nothing was copied');
  const { writer, pieces } = last;
  return { manifest: writer.finish(), pieces };
}

/**
 * Throws `archive-damaged` where the database does not hold what the archive does. First by the digest that a second
 * archive made of it would have; where that differs, because the archive is of another version or was written by
 * another program, row by row.
 */
async function checkRestored(
  archive: Archive,
  name: string,
  copies: LibraryCopies,
  { readme }: ArchiveServiceOptions,
  signal: AbortSignal,
): Promise<void> {
  const source = await copies.open(name);
  try {
    const { manifest } = await archiveOf('manifest', source, archive.manifest, readme, { signal });
    if (manifest.digest === archive.manifest.digest) return;
    let surplus = 0;
    for (const { name: table, keyField } of copies.tables) {
      if (!source.tables.some((known) => known.name === table)) continue;
      const { added, removed, changed } = await compareRows(
        keyField,
        source.rows(table),
        archive.rows(table),
        pacer(signal),
      );
      surplus += removed;
      if (added > 0 || changed > 0) throw notRestored();
    }
    // Damaged rows with a text as their key are in the tables as well.
    if (surplus > archive.damagedCount) throw notRestored();
  } finally {
    source.close();
  }
}

const notRestored = (): AppError =>
  new AppError(
    'archive-damaged',
    'What was restored is not what the file holds, so it was taken away again. Nothing was changed. Use another file.',
  );

async function changesFrom(
  databaseName: string,
  archive: Archive,
  copies: LibraryCopies,
  { signal }: HandlerContext,
): Promise<readonly TableChanges[] | null> {
  const source = await copies.open(databaseName);
  try {
    if (source.version !== copies.version) return null;
    const changes: TableChanges[] = [];
    for (const { name: table, keyField, problemOf } of copies.tables) {
      // Damaged rows are there for nobody, so nobody would miss them.
      const present = filtered(source.rows(table), (row) => problemOf(row) === null);
      changes.push({ table, ...(await compareRows(keyField, present, archive.rows(table), pacer(signal))) });
    }
    return changes;
  } finally {
    source.close();
  }
}

async function deleteOldProofs(copies: LibraryCopies, now: number): Promise<void> {
  for (const name of await copies.names()) {
    if (!name.startsWith(PROOF_NAME)) continue;
    const madeAt = Number.parseInt(name.slice(PROOF_NAME.length), 10);
    if (!(now - madeAt < PROOF_LIFE)) await copies.delete(name);
  }
}

const summaryOf = (manifest: ArchiveManifest, archive?: Archive): ArchiveSummary => ({
  programVersion: manifest.programVersion,
  madeAt: manifest.madeAt,
  reason: manifest.reason,
  libraryId: manifest.libraryId,
  journalId: manifest.journalId,
  journalSequence: manifest.journalSequence,
  databaseVersion: manifest.databaseVersion,
  digest: manifest.digest,
  ...(archive === undefined
    ? {
        tables: manifest.parts
          .filter(({ file }) => file !== DAMAGED_PART)
          .map(({ file, rows }) => ({ table: file.replace(/\.jsonl$/, ''), rows })),
        damaged: manifest.parts.find(({ file }) => file === DAMAGED_PART)?.rows ?? 0,
      }
    : {
        tables: Array.from(archive.counts, ([table, rows]) => ({ table, rows })),
        damaged: archive.damagedCount,
      }),
});

/** Lets messages in, a cancellation among them, after each slice of work. */
function pacer(signal: AbortSignal): () => Promise<void> {
  let sliceStart = performance.now();
  return async () => {
    if (performance.now() - sliceStart < SLICE) return;
    await nextTask();
    signal.throwIfAborted();
    sliceStart = performance.now();
  };
}

/** Steps that are reported. */
const STEPS = 200;

/** Progress in so few messages that they cost nothing. */
function inSteps({ onProgress }: HandlerContext): (done: number, total: number) => void {
  let reported = 0;
  return (done, total) => {
    const step = Math.floor((STEPS * done) / Math.max(1, total));
    if (step > reported) onProgress((reported = step), STEPS);
  };
}

async function* each(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

async function* filtered(
  batches: AsyncIterable<readonly unknown[]>,
  keep: (row: unknown) => boolean,
): AsyncGenerator<readonly unknown[]> {
  for await (const rows of batches) yield rows.filter(keep);
}

async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const found: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces) found.push(new Uint8Array(piece));
  return new Uint8Array(await new Blob(found).arrayBuffer());
}

import { z } from 'zod';
import type { ArchivedTable, DamagedTableRow } from '../../../../renderer/src/domain/archived-table';
import { problemOf } from '../../../../renderer/src/domain/parsing';
import type { ArchiveHeading } from '../../../../renderer/src/domain/archive';
import type { ArchiveManifest } from '../../../../renderer/src/exporting/archive/archive-manifest';
import { ArchiveWriter } from '../../../../renderer/src/exporting/archive/archive-writer';
import {
  type Archive,
  readArchive,
  type ReadArchiveOptions,
} from '../../../../renderer/src/exporting/archive/read-archive';

function table(name: string, schema: z.ZodType, more: Partial<ArchivedTable> = {}): ArchivedTable {
  return {
    name,
    keyField: 'id',
    isReferenced: false,
    problemOf: (row) => (schema.safeParse(row).success ? null : problemOf(schema, row)),
    oddityOf: () => null,
    referencesOf: () => [],
    ...more,
  };
}

/** Two tables: things with a title, and events that name one. */
export const TOY_TABLES: readonly ArchivedTable[] = [
  table('items', z.object({ id: z.string(), title: z.string() }), { isReferenced: true }),
  table('events', z.object({ id: z.string(), itemId: z.string(), rating: z.number() }), {
    referencesOf: (row) => [{ table: 'items', key: z.object({ itemId: z.string() }).parse(row).itemId }],
  }),
];

export const TOY_HEADING: ArchiveHeading = {
  programVersion: '0.6.0',
  madeAt: Date.UTC(2026, 10, 30, 14, 5),
  reason: 'person',
  libraryId: 'library-1',
  journalId: 'journal-1',
  journalSequence: 7,
  databaseVersion: 6,
};

export type ToyRows = Readonly<Record<string, readonly unknown[]>>;
export const TOY_ROWS: ToyRows = {
  items: [
    { id: 'a', title: 'Dune' },
    { id: 'b', title: 'Emma' },
  ],
  events: [{ id: 'e1', itemId: 'a', rating: 0.9 }],
};

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

export interface WrittenToy {
  readonly bytes: Uint8Array;
  readonly manifest: ArchiveManifest;
}

/** @param rows of each table, in key order */
export function writeToy(
  rows: ToyRows = TOY_ROWS,
  heading: Partial<ArchiveHeading> = {},
  damaged: readonly DamagedTableRow[] = [],
  tables = TOY_TABLES,
): WrittenToy {
  const pieces: Uint8Array[] = [];
  const writer = new ArchiveWriter({
    heading: { ...TOY_HEADING, ...heading },
    readme: 'A library.\n',
    tables,
    emit: (bytes) => pieces.push(bytes),
  });
  for (const { name } of tables) writer.addRows(name, rows[name] ?? []);
  damaged.forEach((row) => {
    writer.addDamaged(row);
  });
  const manifest = writer.finish();
  return { bytes: joined(pieces), manifest };
}

export const readToy = async (bytes: Uint8Array, options: Partial<ReadArchiveOptions> = {}): Promise<Archive> =>
  await readArchive(bytes, { tables: TOY_TABLES, databaseVersion: 6, ...options });

export interface ReadRows {
  readonly rows: ToyRows;
  readonly damaged: readonly DamagedTableRow[];
}

/** Everything an archive hands out. */
export async function allRows(archive: Archive, tables = TOY_TABLES): Promise<ReadRows> {
  const rows: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    rows[name] = [];
    for await (const batch of archive.rows(name)) rows[name].push(...batch);
  }
  const damaged: DamagedTableRow[] = [];
  for await (const batch of archive.damagedRows()) damaged.push(...batch);
  return { rows, damaged };
}

import { ownValue } from '../../domain/own-value';
import { z } from 'zod';
import type { ArchivedTable, DamagedTableRow } from '../../domain/archived-table';
import { problemOf } from '../../domain/parsing';
import { refusedArchive } from './archive-errors';
import { DAMAGED_PART } from './archive-format';
import type { JsonLine } from './json-lines';
import { fromTagged, toTagged } from './tagged-value';

/** Levels of JSON that one level of a value takes when it is tagged: {"object": [["name", …]]}. */
export const TAGGED_LEVELS = 4;

const damagedLineSchema = z.object({
  table: z.string(),
  key: z.unknown(),
  problem: z.string(),
  /** As it is, where JSON can hold it exactly. */
  row: z.unknown().optional(),
  /** Otherwise as tagged-value.ts writes it. Neither: the database could not read it. */
  tagged: z.unknown().optional(),
});

/** One text per row of the library. */
export const keyText = (table: string, key: unknown): string =>
  typeof key === 'string' ? `${table}/${key}` : `${table}:${JSON.stringify(toTagged(key))}`;

/** A line of the part of damaged rows; throws `format-invalid` where it is none. */
export function damagedRowOf({ number, value }: JsonLine, tables: readonly ArchivedTable[]): DamagedTableRow {
  const place = { part: DAMAGED_PART, line: number };
  const parsed = damagedLineSchema.safeParse(value);
  if (!parsed.success) throw refusedArchive(place, problemOf(damagedLineSchema, value));
  const { table: name, problem, ...line } = parsed.data;
  const table = tables.find((candidate) => candidate.name === name);
  if (table === undefined) throw refusedArchive(place, 'it is of a table that is not known');
  try {
    const key = fromTagged(line.key);
    if (line.row === undefined && line.tagged === undefined) return { table: name, key, problem };
    const row = line.row === undefined ? fromTagged(line.tagged) : line.row;
    const rowKey =
      row instanceof Object ? ownValue(row as Readonly<Record<string, unknown>>, table.keyField) : undefined;
    if (rowKey === undefined || keyText(name, rowKey) !== keyText(name, key))
      throw new TypeError(`its ${table.keyField} is not its key`);
    return { table: name, key, problem, row };
  } catch (error) {
    throw refusedArchive(place, error instanceof Error ? error.message : 'it cannot be read');
  }
}

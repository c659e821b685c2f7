import type { ItemId } from '../../domain/ids';
import type { RowAnswers } from '../../domain/import-plan';
import type { ImportedRow } from '../../domain/imported-row';
import { mergeTwo } from './merge-rows';

/** What the owner said of doubtful rows, and which things rows of other exports have become. */
export interface Settled {
  readonly answers: RowAnswers;
  /** By row of another export of the same import, as it was read. */
  readonly things: ReadonlyMap<ImportedRow, ItemId>;
}
export const NOTHING_SETTLED: Settled = { answers: new Map(), things: new Map() };

export interface SettledRows {
  /** Those that were said to be one as one, at the place of the first. */
  readonly rows: readonly ImportedRow[];
  /** The rows as they were read that a row is made of; only of those that were joined. */
  readonly partsOf: ReadonlyMap<ImportedRow, readonly ImportedRow[]>;
  /** Things that rows were said to be. */
  readonly thingOf: ReadonlyMap<ImportedRow, ItemId>;
  /** The row that a row as it was read is part of. */
  readonly rowOf: (row: ImportedRow) => ImportedRow;
}

/** The rows of an analysis by what was said of them: rows that are one thing are joined. */
export function settledRows(read: readonly ImportedRow[], { answers, things }: Settled): SettledRows {
  const answered = answers.size === 0 ? [] : read.filter((row) => answers.get(row)?.same != null);
  if (answered.length === 0) return { rows: read, partsOf: new Map(), thingOf: new Map(), rowOf: (row) => row };
  const own = new Set(read);
  const first = new Map<ImportedRow, ImportedRow>();
  const rootOf = (row: ImportedRow): ImportedRow => {
    const next = first.get(row);
    return next === undefined ? row : rootOf(next);
  };
  const place = new Map(read.map((row, at) => [row, at]));
  const said = new Map<ImportedRow, ItemId>();
  for (const row of answered) {
    const same = answers.get(row)?.same ?? null;
    const thing = same === null ? null : typeof same === 'string' ? same : (things.get(same) ?? null);
    if (thing !== null) said.set(row, thing);
    else if (same !== null && typeof same !== 'string' && own.has(same)) {
      const ends = [rootOf(row), rootOf(same)].toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
      const [kept, joined] = ends;
      if (kept !== undefined && joined !== undefined && kept !== joined) first.set(joined, kept);
    }
  }
  const groups = new Map<ImportedRow, ImportedRow[]>();
  for (const row of read) {
    const root = rootOf(row);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [row]);
    else group.push(row);
  }
  const joinedOf = new Map<ImportedRow, ImportedRow>();
  const partsOf = new Map<ImportedRow, readonly ImportedRow[]>();
  const thingOf = new Map<ImportedRow, ItemId>();
  for (const [root, group] of groups) {
    const joined = group.reduce(mergeTwo);
    joinedOf.set(root, joined);
    if (group.length > 1) partsOf.set(joined, group);
    const thing = group.map((row) => said.get(row)).find((id) => id !== undefined);
    if (thing !== undefined) thingOf.set(joined, thing);
  }
  return {
    rows: [...joinedOf.values()],
    partsOf,
    thingOf,
    rowOf: (row) => joinedOf.get(rootOf(row)) ?? row,
  };
}

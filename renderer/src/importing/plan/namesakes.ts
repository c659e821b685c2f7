import type { ImportAnalysis, ImportedRow } from '../../domain/imported-row';
import type { Preparer } from '../../identity/prepared-thing';
import type { Pacer } from '../pacer';
import type { SettledRows } from './settled-rows';

/**
 * Places of the rows that share a title, a title before a subtitle or an id with another row: most stand alone in a
 * file, and those need not be looked up among the others.
 */
export async function namesakes(
  rows: readonly ImportedRow[],
  prepare: Preparer,
  pacer: Pacer,
): Promise<readonly number[]> {
  const firstWithTitle = new Map<string, number>();
  const firstWithId = new Map<string, number>();
  const found = new Set<number>();
  await pacer.each(rows, (row, place) => {
    const meet = (key: string, firstWith: Map<string, number>): void => {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, place);
      // The same row again: its title before a subtitle may be its other title.
      else if (first !== place) found.add(first).add(place);
    };
    const { titleKeys, baseKeys, identifiers } = prepare(row);
    for (const key of titleKeys) meet(key, firstWithTitle);
    for (const key of baseKeys) meet(key, firstWithTitle);
    for (const { key } of identifiers) meet(key, firstWithId);
  });
  return [...found];
}

/** The rows as they are planned that may be one with another: found where the file was read, if that was done. */
export async function settledNamesakes(
  { rows: read, namesakes: places }: Pick<ImportAnalysis, 'rows' | 'namesakes'>,
  { rows, rowOf, partsOf }: Pick<SettledRows, 'rows' | 'rowOf' | 'partsOf'>,
  prepare: Preparer,
  pacer: Pacer,
): Promise<ReadonlySet<ImportedRow>> {
  const rowsAt = (from: readonly ImportedRow[], at: readonly number[]): readonly ImportedRow[] =>
    at.flatMap((place) => from[place] ?? []);
  if (places === undefined) return new Set(rowsAt(rows, await namesakes(rows, prepare, pacer)));
  // What was joined says all that its rows said.
  return new Set([...rowsAt(read, places).map(rowOf), ...partsOf.keys()]);
}

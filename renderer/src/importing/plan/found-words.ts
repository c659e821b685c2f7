import type { FoundWords, ImportedRow } from '../../domain/imported-row';
import type { Pacer } from '../pacer';

/** Counted where the file is read: of 100,000 rows it would hold up the page for a third of a second. */
export async function foundWords(rows: readonly ImportedRow[], pacer: Pacer): Promise<FoundWords> {
  const [tags, shelves] = [new Map<string, number>(), new Map<string, number>()];
  await pacer.each(rows, (row) => {
    for (const tag of row.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    for (const shelf of row.shelves) shelves.set(shelf, (shelves.get(shelf) ?? 0) + 1);
  });
  return { tags: mostUsedFirst(tags), shelves: mostUsedFirst(shelves) };
}

const mostUsedFirst = (counts: ReadonlyMap<string, number>): readonly string[] =>
  [...counts].sort(([, left], [, right]) => right - left).map(([word]) => word);

import type { FoundWords, ImportedRow } from '../../domain/imported-row';
import type { Pacer } from '../pacer';

/** Counted where the file is read: of 100,000 rows it would hold up the page for a third of a second. */
export async function foundWords(rows: readonly ImportedRow[], pacer: Pacer): Promise<FoundWords> {
  const counts = { tags: new Map<string, number>(), shelves: new Map<string, number>() };
  for (const [place, row] of rows.entries()) {
    if (place % 100 === 0) await pacer.yieldIfDue();
    for (const field of ['tags', 'shelves'] as const)
      for (const word of row[field]) counts[field].set(word, (counts[field].get(word) ?? 0) + 1);
  }
  const mostUsedFirst = (found: ReadonlyMap<string, number>): readonly string[] =>
    [...found].sort(([, left], [, right]) => right - left).map(([word]) => word);
  return { tags: mostUsedFirst(counts.tags), shelves: mostUsedFirst(counts.shelves) };
}

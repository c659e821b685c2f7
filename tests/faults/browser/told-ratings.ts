import type { Page } from 'playwright-core';
import { openDurableStore } from '../../../electron/host/durable-store';
import { readOutsideChange } from '../../../renderer/src/data/outside-change';
import type { FaultTotal } from '../fault';
import { readStore } from '../session';
import { digitOf, storedRatings, untilSent, type Told } from './rating-load';

/** The attempt that a rating is of, from one of them on; 0 = none was made yet; null = there is none. */
function attemptAt(told: Told, title: string, digit: number | null, from: number): number | null {
  if (digit === null) return from === 0 ? 0 : null;
  return told.begun.get(title)?.find((attempt) => attempt >= from && digitOf(attempt) === digit) ?? null;
}

/**
 * Compares the database of a page with what was told, until it is outside as well.
 * @param expected the attempts that must be there, or later ones
 * @param things how many there are
 */
export async function compareWithTold(
  page: Page,
  told: Told,
  expected: ReadonlyMap<string, number>,
  things: number,
  total: FaultTotal,
): Promise<void> {
  await page.getByRole('grid').waitFor();
  const { ratings } = await storedRatings(page);
  if (ratings.size !== things) total.lost += Math.abs(things - ratings.size);
  for (const [title, digit] of ratings) {
    const found = attemptAt(told, title, digit, expected.get(title) ?? 0);
    if (found === null) {
      if (attemptAt(told, title, digit, 0) === null) total.silent += 1;
      else total.lost += 1;
    } else if (found > 0) told.shown.set(title, found);
  }
  await untilSent(page);
  for (const [title, attempt] of told.shown) told.kept.set(title, attempt);
}

/** Ratings that the host had answered, and that its journal has not. */
export async function lostFromJournal(folder: string, told: Told): Promise<number> {
  const store = openDurableStore(folder);
  try {
    const digits = new Map<string, number | null>();
    for (const { text } of (await readStore(store)).records)
      for (const { table, put } of readOutsideChange(text)?.changes ?? [])
        for (const row of table === 'items' ? put : []) {
          const { title, ownRating } = row as { readonly title: string; readonly ownRating: number | null };
          digits.set(title, ownRating === null ? null : Math.round(ownRating * 5));
        }
    return [...told.kept].filter(
      ([title, attempt]) => attemptAt(told, title, digits.get(title) ?? null, attempt) === null,
    ).length;
  } finally {
    await store.close();
  }
}

/** Made-up books for the load, as a file to import. */
export const madeUpBooks = (count: number): string =>
  [
    'Book Id,Title,Author,Exclusive Shelf',
    ...Array.from({ length: count }, (_, n) => `${String(n)},Made-up ${String(n)},Author ${String(n)},read`),
  ].join('\n');

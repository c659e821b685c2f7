import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { itemId } from '../../renderer/src/domain/ids';
import type { ItemId } from '../../renderer/src/domain/ids';
import type { LibraryItem } from '../../renderer/src/domain/recommendation-request';
import type { TasteProfileEvent } from '../../renderer/src/domain/taste-profile';
import { UsageError } from './usage-error';
import type { ExportName } from './options';
import { eventsOf, fileOf, itemOf, requireFile, rows } from './pack-rows';
import type { Row } from './pack-rows';

export const VARIANTS = ['next', 'share', 'share-rated'] as const;
export type Variant = (typeof VARIANTS)[number];

export interface Case {
  readonly id: string;
  readonly variant: Variant;
  /** Oldest first. */
  readonly events: readonly TasteProfileEvent[];
  readonly candidates: readonly ItemId[] | 'all';
  readonly relevant: readonly ItemId[];
  readonly exclude: readonly ItemId[];
  /** Unit of resampling: the friend, or the case itself. */
  readonly cluster: string;
  /** Whose items are ranked, where the case says so. */
  readonly curator?: string;
}

export interface Pack {
  readonly name: string;
  readonly items: readonly LibraryItem[];
  readonly cases: readonly Case[];
  /** Every share-rated case, whatever the limit: histories of other people are drawn from them. */
  readonly shareRated: readonly Case[];
}

const ITEMS = 'items.jsonl';
const CASES = 'cases.jsonl';

/** Names of the pack folders in `folder`, the most expensive first. Throws UsageError where there are none. */
export function listPacks(folder: string, only: readonly string[]): readonly string[] {
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}.`);
  const found = readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() &&
        fileOf(join(folder, entry.name), ITEMS) !== null &&
        fileOf(join(folder, entry.name), CASES) !== null,
    )
    .map((entry) => entry.name);
  const missing = only.filter((name) => !found.includes(name));
  if (missing.length > 0)
    throw new UsageError(
      `${folder} holds no pack called ${missing.join(', ')}; it holds ${found.join(', ') || 'none'}.`,
    );
  if (found.length === 0)
    throw new UsageError(`${folder} holds no pack: no folder in it has ${ITEMS}.gz and ${CASES}.gz.`);
  // Cost is cases × items; the most expensive first, so that no core waits for it at the end.
  const size = (name: string, file: string): number => statSync(fileOf(join(folder, name), file) ?? folder).size;
  const cost = (name: string): number => size(name, ITEMS) * size(name, CASES);
  return found.filter((name) => only.length === 0 || only.includes(name)).toSorted((a, b) => cost(b) - cost(a));
}

/** Reads a pack line by line. Throws UsageError with file and line for a row that is not in the format. */
export async function readPack(
  folder: string,
  name: string,
  limit: number | null,
  asImported: ExportName | null,
): Promise<Pack> {
  const path = join(folder, name);
  const items: LibraryItem[] = [];
  for await (const row of rows(requireFile(path, ITEMS))) items.push(masked(itemOf(row), asImported));
  const known = new Set<string>(items.map(({ id }) => id));
  const cases: Case[] = [];
  for await (const row of rows(requireFile(path, CASES))) cases.push(caseOf(row, known));
  const shareRated = cases.filter(({ variant }) => variant === 'share-rated');
  return {
    name,
    items,
    shareRated,
    cases:
      limit === null
        ? cases
        : VARIANTS.flatMap((variant) =>
            evenly(
              cases.filter((one) => one.variant === variant),
              limit,
            ),
          ),
  };
}

/** `count` of the values, evenly spread over their order. */
export function evenly<T>(values: readonly T[], count: number): readonly T[] {
  if (values.length <= count) return values;
  return Array.from({ length: count }, (_, index) => values[Math.floor((index * values.length) / count)]).filter(
    (value) => value !== undefined,
  );
}

/** An item with only the facts that such an export carries. */
export function masked(item: LibraryItem, asImported: ExportName | null): LibraryItem {
  switch (asImported) {
    case null:
      return item;
    case 'goodreads':
      return { ...item, tags: [] };
    case 'letterboxd':
      return { ...item, creators: [], tags: [], crowd: null };
    case 'imdb':
      return item;
    case 'music':
      return { ...item, year: null, tags: [], crowd: null };
  }
}

function caseOf(row: Row, known: ReadonlySet<string>): Case {
  const id = row.text('id');
  const named = row.value['variant'] === undefined ? row.text('task') : row.text('variant');
  const variant =
    VARIANTS.find((choice) => choice === named) ?? row.fail(`the variant "${named}" is none of ${VARIANTS.join(', ')}`);
  const held = (name: string): readonly ItemId[] =>
    [...new Set(row.texts(name))].map((text) =>
      known.has(text) ? itemId(text) : row.fail(`"${name}" names the item ${text}, which the pack does not hold`),
    );
  const events = eventsOf(row, row.value['events']);
  return {
    id,
    variant,
    events,
    candidates: row.value['candidates'] === 'all' ? 'all' : held('candidates'),
    relevant: held('relevant'),
    // Consumed before the window; an item that is not in the pack cannot be ranked.
    exclude: row
      .texts('exclude')
      .filter((text) => known.has(text))
      .map(itemId),
    cluster: variant === 'next' || row.value['friend'] === undefined ? id : row.text('friend'),
    ...(row.value['curator'] === undefined ? {} : { curator: row.text('curator') }),
  };
}

import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { itemId } from '../../renderer/src/domain/ids';
import type { ItemId } from '../../renderer/src/domain/ids';
import type { LibraryItem } from '../../renderer/src/domain/recommendation-request';
import type { TasteProfileEvent } from '../../renderer/src/domain/taste-profile';
import { UsageError } from './options';
import type { ExportName } from './options';
import { BLANK_FACTS } from '../fixtures/blank-facts';

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

function fileOf(folder: string, name: string): string | null {
  return [`${name}.gz`, name].map((file) => join(folder, file)).find((file) => existsSync(file)) ?? null;
}

function requireFile(folder: string, name: string): string {
  const file = fileOf(folder, name);
  if (file === null) throw new UsageError(`${folder} is no pack: it has no ${name}.gz.`);
  return file;
}

/** One parsed line, with its position for error messages. */
class Row {
  constructor(
    readonly value: Readonly<Record<string, unknown>>,
    private readonly where: string,
  ) {}

  fail(what: string): never {
    throw new UsageError(`${this.where}: ${what}.`);
  }
  text(name: string): string {
    const value = this.value[name];
    return typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : this.fail(`"${name}" is not a text`);
  }
  list(name: string): readonly unknown[] {
    const value = this.value[name];
    return Array.isArray(value) ? value : this.fail(`"${name}" is not a list`);
  }
  texts(name: string): readonly string[] {
    return this.value[name] === undefined || this.value[name] === null
      ? []
      : this.list(name).map((value) =>
          typeof value === 'string' || typeof value === 'number'
            ? String(value)
            : this.fail(`"${name}" holds something that is no text`),
        );
  }
  numberOrNull(value: unknown, name: string): number | null {
    if (value === undefined || value === null) return null;
    return typeof value === 'number' && Number.isFinite(value) ? value : this.fail(`"${name}" is not a number`);
  }
}

async function* rows(file: string): AsyncGenerator<Row> {
  const source = createReadStream(file);
  const unpacked = file.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  // An error of the source is not passed on by pipe.
  source.on('error', (error) => unpacked.destroy(error));
  let line = 0;
  try {
    for await (const text of createInterface({ input: unpacked, crlfDelay: Infinity })) {
      line += 1;
      if (text.trim() === '') continue;
      const where = `${file}, line ${String(line)}`;
      const value: unknown = parseLine(text, where);
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new UsageError(`${where}: not a JSON object.`);
      yield new Row(value as Readonly<Record<string, unknown>>, where);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `${file}, after line ${String(line)}: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

function parseLine(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${where}: not JSON.`);
  }
}

function itemOf(row: Row): LibraryItem {
  const crowd = row.value['crowd'] as { readonly rating?: unknown; readonly count?: unknown } | null | undefined;
  return {
    ...BLANK_FACTS,
    id: itemId(row.text('id')),
    kind: row.text('kind'),
    title: row.text('title'),
    creators: row.texts('creators'),
    tags: row.texts('tags'),
    year: row.numberOrNull(row.value['year'], 'year'),
    crowd:
      crowd === undefined || crowd === null
        ? null
        : {
            rating: row.numberOrNull(crowd.rating, 'crowd.rating'),
            count: row.numberOrNull(crowd.count, 'crowd.count'),
          },
  };
}

const MILLISECONDS = 1000;

function caseOf(row: Row, known: ReadonlySet<string>): Case {
  const id = row.text('id');
  const named = row.value['variant'] === undefined ? row.text('task') : row.text('variant');
  const variant =
    VARIANTS.find((choice) => choice === named) ?? row.fail(`the variant "${named}" is none of ${VARIANTS.join(', ')}`);
  const held = (name: string): readonly ItemId[] =>
    [...new Set(row.texts(name))].map((text) =>
      known.has(text) ? itemId(text) : row.fail(`"${name}" names the item ${text}, which the pack does not hold`),
    );
  const events = row.list('events').map((event): TasteProfileEvent => {
    if (!Array.isArray(event) || event.length < 2) return row.fail('an event is not [item, rating, time]');
    const [item, rating, at] = event as readonly unknown[];
    const seconds = row.numberOrNull(at, 'events');
    return {
      itemId: itemId(String(item)),
      rating: row.numberOrNull(rating, 'events'),
      at: seconds === null ? null : seconds * MILLISECONDS,
    };
  });
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

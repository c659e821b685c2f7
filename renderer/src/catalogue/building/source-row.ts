import { z } from 'zod';
import type { Crowd } from '../../domain/item-values';
import { parserOf } from '../../domain/parsing';
import { namespaceOf, readIdentifier } from '../../identity/identifier-namespaces';
import { ownValue } from '../../domain/own-value';

/** What one source says of one thing, in the form that every source is brought into before merging. */
export interface SourceRow {
  /** The source's own number or name for it; unique within the source. */
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly creators: readonly string[];
  readonly cast: readonly string[];
  readonly year: number | null;
  /** As the source spells them. */
  readonly tags: readonly string[];
  /** As `Item.length`. */
  readonly length: number | null;
  /** By keys of identity/identifier-namespaces.ts. A key of no register joins rows within a build and is not kept. */
  readonly identifiers: Readonly<Record<string, string>>;
  readonly crowd: Crowd | null;
  /** Says how well known it is where nobody counted ratings: its editions, the albums of its artist. Only for order. */
  readonly renown: number | null;
}

/** The rows of one source. */
export interface SourceRows {
  readonly name: string;
  readonly rows: readonly SourceRow[];
}

/** A row with what is known of it; the rest is empty. */
export const sourceRow = (facts: Pick<SourceRow, 'id' | 'kind' | 'title'> & Partial<SourceRow>): SourceRow => ({
  aliases: [],
  creators: [],
  cast: [],
  year: null,
  tags: [],
  length: null,
  identifiers: {},
  crowd: null,
  renown: null,
  ...facts,
});

const texts = z.array(z.string()).readonly().optional();
const lineParser = parserOf(
  z.object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    aliases: texts,
    creators: texts,
    cast: texts,
    year: z.number().nullable().optional(),
    tags: texts,
    length: z.number().nullable().optional(),
    ids: z.record(z.string(), z.union([z.string(), z.array(z.string()).readonly()])).optional(),
    crowd: z.object({ rating: z.number().nullable(), count: z.number().nullable() }).optional(),
  }),
);

/** Kinds of sources → those of the program (`KINDS` in domain/item.ts). */
const KIND_NAMES: Readonly<Record<string, string>> = { song: 'track' };

/** Keys of sources → registers, where the two differ; the kind too, where the key says it. */
const REGISTER_NAMES: Readonly<Record<string, string>> = {
  goodreads_work: 'goodreadsWork',
  openlibrary_work: 'openlibraryWork',
  malmanga: 'mal',
};

/** No thing but an ancient text is older; no source can be of later. */
const YEARS = { min: -3000, max: 2100 };

/** A line of `items.jsonl.gz` as a row; null where it is no such line. */
export function readSourceLine(line: string): SourceRow | null {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return null;
  }
  const parsed = lineParser(json);
  const title = parsed?.title.trim() ?? '';
  if (parsed === undefined || title === '') return null;
  const { id, kind, aliases, creators, cast, year, tags, length, ids, crowd } = parsed;
  const isYear = year != null && Number.isInteger(year) && year >= YEARS.min && year <= YEARS.max && year !== 0;
  return {
    id,
    kind: ownValue(KIND_NAMES, kind) ?? kind,
    title,
    aliases: cleanTexts(aliases),
    creators: cleanTexts(creators),
    cast: cleanTexts(cast),
    year: isYear ? year : null,
    tags: tags ?? [],
    length: length != null && length >= 1 ? Math.round(length) : null,
    identifiers: readIds(ids ?? {}),
    crowd: crowd === undefined || (crowd.rating === null && crowd.count === null) ? null : crowd,
    renown: null,
  };
}

const cleanTexts = (texts: readonly string[] = []): readonly string[] =>
  texts.map((text) => text.trim()).filter((text) => text !== '');

/** The first usable id of each register. An ISBN goes by its length: the two forms have keys of their own. */
function readIds(ids: Readonly<Record<string, string | readonly string[]>>): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  for (const [key, values] of Object.entries(ids))
    for (const value of typeof values === 'string' ? [values] : values) {
      const name = key === 'isbn' ? (value.length > 10 ? 'isbn13' : 'isbn10') : (ownValue(REGISTER_NAMES, key) ?? key);
      if (!found.has(name) && 'value' in readIdentifier(name, value)) found.set(name, value);
    }
  return Object.fromEntries(found);
}

/** The ids that an entry keeps: those of registers. A Wikipedia page is no export's id, and mostly the title again. */
export const keptIdentifiers = (identifiers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(identifiers)
      .filter(([name]) => name !== 'wikipedia' && namespaceOf(name) !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );

import type { Item } from '../../domain/item';
import { isbn13Of, parseIsbn } from '../cells/cell-values';
import type { ImportedRow } from '../../domain/imported-row';

/** What is compared to tell whether two records mean one thing. */
export type Comparable = Pick<
  ImportedRow & Item,
  'kind' | 'title' | 'originalTitle' | 'creators' | 'year' | 'series' | 'identifiers'
>;

/** Ids that name one thing for ever: two different ones are two things. Books have editions, so theirs are not listed. */
const EXCLUSIVE_IDENTIFIERS: readonly string[] = ['imdb', 'letterboxd'];

/** Letters and digits without case and accents, joined by `joint`; a title of symbols alone stays as it is. */
function fold(text: string, joint: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, joint)
    .replace(/^ | $/g, '');
  return folded === '' ? text.trim() : folded;
}

const foldCreator = (creator: string): string => fold(creator, '');

/** A record with everything that is compared worked out once. */
interface Prepared<T> {
  readonly value: T;
  readonly of: Comparable;
  readonly titles: readonly string[];
  readonly creators: readonly string[];
  readonly identifiers: readonly string[];
}

function prepare<T extends Comparable>(value: T): Prepared<T> {
  const titles = [value.title, ...(value.originalTitle === null ? [] : [value.originalTitle])].map((title) =>
    fold(title, ' '),
  );
  const identifiers = Object.entries(value.identifiers).map(([name, id]) => {
    const isbn = name.startsWith('isbn') ? parseIsbn(id) : null;
    return isbn === null ? `${name}:${id}` : `isbn:${isbn13Of(isbn)}`;
  });
  return {
    value,
    of: value,
    titles: [...new Set(titles)],
    creators: value.creators.map(foldCreator),
    identifiers: [...new Set(identifiers)],
  };
}

function conflicts(left: Comparable, right: Comparable): boolean {
  if (left.series?.position != null && right.series?.position != null && left.series.position !== right.series.position)
    return true;
  return EXCLUSIVE_IDENTIFIERS.some((name) => {
    const [one, other] = [left.identifiers[name], right.identifiers[name]];
    return one !== undefined && other !== undefined && one !== other;
  });
}

/** 0 = different things; otherwise the higher, the closer. Both are of one kind and share a title. */
function likeness<T, U>(left: Prepared<T>, right: Prepared<U>): number {
  if (conflicts(left.of, right.of)) return 0;
  const shared = left.creators.filter((creator) => right.creators.includes(creator)).length;
  const bothHaveCreators = left.creators.length > 0 && right.creators.length > 0;
  const [year, otherYear] = [left.of.year, right.of.year];
  if (bothHaveCreators && shared === 0) return 0;
  // Editions of a book differ in year; a film of the same name some years later is a remake, even by the same director.
  if (
    year !== null &&
    otherYear !== null &&
    Math.abs(year - otherYear) > (left.of.kind === 'book' ? Infinity : Number(shared > 0))
  )
    return 0;
  // A comic of a novel names the novelist too, after its own authors.
  const sameLead = shared > 0 && left.creators[0] === right.creators[0];
  if (!sameLead && year !== otherYear) return 0;
  return 1 + Number(year === otherYear) * 2 + Math.min(shared, 3) + Number(left.titles[0] === right.titles[0]);
}

// More things than this under one title and year are told apart by identifiers alone: "Untitled" must not cost n².
const MAX_CANDIDATES = 40;

/** Finds, in constant time, the thing a record means: by identifier, else by kind, title and year or creator. */
export class ThingIndex<T extends Comparable> {
  readonly #byIdentifier = new Map<string, Prepared<T>>();
  readonly #byTitle = new Map<string, Prepared<T>[]>();

  add(value: T): void {
    const prepared = prepare(value);
    for (const identifier of prepared.identifiers)
      if (!this.#byIdentifier.has(identifier)) this.#byIdentifier.set(identifier, prepared);
    for (const key of titleKeys(prepared)) {
      const bucket = this.#byTitle.get(key);
      if (bucket === undefined) this.#byTitle.set(key, [prepared]);
      else if (bucket.length < MAX_CANDIDATES) bucket.push(prepared);
    }
  }

  find(value: Comparable): T | undefined {
    const prepared = prepare(value);
    for (const identifier of prepared.identifiers) {
      const found = this.#byIdentifier.get(identifier);
      if (found !== undefined && found.of.kind === value.kind && !conflicts(found.of, value)) return found.value;
    }
    let best: T | undefined;
    let bestLikeness = 0;
    for (const key of titleKeys(prepared)) {
      for (const candidate of this.#byTitle.get(key) ?? []) {
        const measure = likeness(candidate, prepared);
        if (measure > bestLikeness) [best, bestLikeness] = [candidate.value, measure];
      }
    }
    return best;
  }
}

function titleKeys<T>({ of, titles, creators }: Prepared<T>): string[] {
  return titles.flatMap((title) => {
    const start = `${of.kind}\u0000${title}\u0000`;
    const volume = of.series?.position == null ? [] : [`${start}y${of.year ?? ''}#${of.series.position}`];
    return [...volume, `${start}y${of.year ?? ''}`, ...creators.map((creator) => `${start}c${creator}`)];
  });
}

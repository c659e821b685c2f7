import type { Kin, KinQuestion } from '../../domain/catalogue';
import { stableHash } from '../../domain/stable-hash';
import { kindRuleOf } from '../../identity/kind-rules';
import { parseName } from '../../identity/person-name';
import type { CataloguePart } from '../catalogue-reader';
import { hashOfName } from '../title-keys';

/** A file of the catalogue, with the number of its first entry. */
interface Placed {
  readonly part: CataloguePart;
  readonly start: number;
}

/** How much a common maker counts, and a common leading actor. Chosen on real libraries (models/README.md, *Kin*). */
const FIELDS = { creators: 1, cast: 0.5 } as const;
type Field = keyof typeof FIELDS;
const FIELD_NAMES: readonly Field[] = ['creators', 'cast'];

/** Who made or played in what. */
interface FieldIndex {
  /** Key of a name × ENTRIES + number of an entry, sorted: of one name the best known of each file first. */
  readonly pairs: Float64Array;
  /** Per entry, the square of the length of its vector of names. */
  readonly squares: Float32Array;
}

const MAX_KIN = 12;
/** Of somebody who made more, the best known. */
const MAX_PER_NAME = 60;
/** More entries than a catalogue may have: a key and an entry's number share one number. */
const ENTRIES = 2 ** 21;
const DECIMALS = 1000;

/** Which things are by the same makers, or have the same actors. Made on the first question: a fifth of a second. */
export class Kinship {
  readonly #parts: readonly Placed[];
  readonly #size: number;
  readonly #fields: Readonly<Record<Field, FieldIndex>>;

  constructor(parts: readonly Placed[]) {
    this.#parts = parts;
    this.#size = parts.reduce((sum, { part }) => sum + part.size, 0);
    this.#fields = { creators: this.#index('creators'), cast: this.#index('cast') };
  }

  /** The nearest by the cosine of their makers, and half that of their actors; rare names count more (TF-IDF). */
  of({ index, kind, creators }: KinQuestion): readonly Kin[] {
    const own = index === null ? null : this.#placed(index);
    const names: Readonly<Record<Field, readonly number[]>> =
      own === null
        ? { creators: this.#makers(creators), cast: [] }
        : { creators: keysOf(own, 'creators'), cast: keysOf(own, 'cast') };
    const sums = new Map<number, number>();
    for (const field of FIELD_NAMES) this.#add(field, names[field], sums);
    const { family } = kindRuleOf(kind);
    // A thing may stand in two files.
    const titles = new Set(own === null ? [] : [titleOf(own)]);
    const found: Kin[] = [];
    for (const [number, likeness] of [...sums].sort((left, right) => right[1] - left[1] || left[0] - right[0])) {
      if (found.length === MAX_KIN) break;
      const other = this.#placed(number);
      if (other === null || titles.has(titleOf(other))) continue;
      titles.add(titleOf(other));
      const { part, entry } = other;
      if (kindRuleOf(part.kindOf(entry)).family !== family) continue;
      found.push({
        kind: part.kindOf(entry),
        title: part.text(part.titleOf(entry)),
        creators: part.creatorsOf(entry),
        year: part.yearOf(entry),
        likeness: Math.round(likeness * DECIMALS) / DECIMALS,
      });
    }
    return found;
  }

  /** Adds to the sum of each entry that shares one of the names. */
  #add(field: Field, names: readonly number[], sums: Map<number, number>): void {
    const { pairs, squares } = this.#fields[field];
    const known = names.map((key) => {
      const [start, end] = [firstFrom(pairs, key * ENTRIES), firstFrom(pairs, (key + 1) * ENTRIES)];
      return { pairs: pairs.subarray(start, Math.min(end, start + MAX_PER_NAME)), rarity: this.#rarity(end - start) };
    });
    const square = known.reduce((sum, { rarity }) => sum + rarity ** 2, 0);
    for (const { pairs: bearing, rarity } of known)
      for (const pair of bearing) {
        const number = pair % ENTRIES;
        const cosine = rarity ** 2 / Math.sqrt(square * (squares[number] ?? 1));
        sums.set(number, (sums.get(number) ?? 0) + FIELDS[field] * cosine);
      }
  }

  #rarity(count: number): number {
    return Math.log((1 + this.#size) / (1 + count));
  }

  #index(field: Field): FieldIndex {
    const found: number[] = [];
    for (const { part, start } of this.#parts)
      for (let entry = 0; entry < part.size; entry += 1)
        for (const key of keysOf({ part, entry }, field)) found.push(key * ENTRIES + start + entry);
    const pairs = Float64Array.from(found).sort();
    const squares = new Float32Array(this.#size);
    for (let start = 0, end = 0; start < pairs.length; start = end) {
      const key = Math.floor((pairs[start] ?? 0) / ENTRIES);
      while (end < pairs.length && Math.floor((pairs[end] ?? 0) / ENTRIES) === key) end += 1;
      const square = this.#rarity(end - start) ** 2;
      for (const pair of pairs.subarray(start, end)) squares[pair % ENTRIES] = (squares[pair % ENTRIES] ?? 0) + square;
    }
    return { pairs, squares };
  }

  /** Makers of the catalogue that bear these names, written in any order. */
  #makers(names: readonly string[]): readonly number[] {
    const keys = names.flatMap((name) => {
      const parsed = parseName(name);
      if (parsed === null) return [];
      return this.#parts.flatMap(({ part }) =>
        Array.from(part.creatorKeys.valuesOf(hashOfName(parsed)), (number) => keyOf(part.name(number))),
      );
    });
    return [...new Set(keys)];
  }

  #placed(number: number): { readonly part: CataloguePart; readonly entry: number } | null {
    const found = this.#parts.findLast(({ start }) => start <= number);
    return found === undefined ? null : { part: found.part, entry: number - found.start };
  }
}

const keyOf = (name: string): number => stableHash(name.toLowerCase()) >>> 0;

const keysOf = (
  { part, entry }: { readonly part: CataloguePart; readonly entry: number },
  field: Field,
): readonly number[] => (field === 'creators' ? part.creatorsOf(entry) : part.castOf(entry)).map(keyOf);

const titleOf = ({ part, entry }: { readonly part: CataloguePart; readonly entry: number }): string =>
  `${part.text(part.titleOf(entry)).toLowerCase()} ${String(part.yearOf(entry))}`;

/** Place of the first number of `sorted` that is not below `value`. */
function firstFrom(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

import {
  type CatalogueCandidate,
  type CatalogueDescription,
  type CatalogueEntry,
  type CatalogueIndex,
  catalogueIndex,
  type CatalogueMatch,
  type CatalogueSuggestion,
  type Kin,
  type KinQuestion,
} from '../domain/catalogue';
import { AppError } from '../domain/errors';
import { foldTitle } from '../identity/fold-title';
import { kindRuleOf } from '../identity/kind-rules';
import type { CataloguePart } from './catalogue-reader';
import { type Typed, TitleCompletion } from './completion/title-completion';
import { type Hit, hitClassOf } from './completion/top-hits';
import { Kinship } from './look-up/kinship';
import { recognise } from './look-up/recognise';
import { ranksOf } from './ranks';
import { hashOfTitle } from './title-keys';

/** A part with the numbers its entries have in the whole. */
interface PlacedPart {
  readonly part: CataloguePart;
  /** Number of its first entry. */
  readonly start: number;
  readonly completion: TitleCompletion;
  /** Of its entries among those of all parts, zero for the most famous. */
  readonly ranks: Uint32Array;
}

/** Of a kind so large a share is famous: the first of fifteen things need not be known to anybody. */
const FAMOUS_SHARE = 0.05;

/** All files of a catalogue as one. A thing may stand in several: it is suggested once, and recognised once. */
export class Catalogue {
  readonly #parts: readonly PlacedPart[];
  #kinship: Kinship | null = null;
  readonly size: number;

  constructor(parts: readonly CataloguePart[]) {
    const ranks = ranksOf(parts);
    let start = 0;
    this.#parts = parts.map((part, place) => {
      const own = ranks[place] ?? new Uint32Array();
      const placed = { part, start, completion: new TitleCompletion(part, own), ranks: own };
      start += part.size;
      return placed;
    });
    this.size = start;
  }

  /** Throws `not-found` for a number that no entry has. */
  entry(index: CatalogueIndex): CatalogueEntry {
    const placed = this.#parts.findLast(({ start }) => start <= index);
    if (placed === undefined || index >= this.size)
      throw new AppError('not-found', `The catalogue has no entry ${String(index)}.`);
    return placed.part.entry(index - placed.start);
  }

  /** Things whose titles have the words typed, the last of them as a beginning; the likeliest first. */
  complete(typed: Typed): readonly CatalogueSuggestion[] {
    return this.#suggested(typed.limit, (completion) => completion.search(typed));
  }

  /** Things whose whole title this is, but for typing errors; the likeliest first. */
  respelt(title: Pick<Typed, 'text' | 'kind' | 'limit'>): readonly CatalogueSuggestion[] {
    return this.#suggested(title.limit, (completion) => completion.respelt(title));
  }

  #suggested(limit: number, search: (completion: TitleCompletion) => readonly Hit[]): readonly CatalogueSuggestion[] {
    const hits = this.#parts
      .flatMap((placed) => search(placed.completion).map((hit) => ({ ...hit, placed })))
      .sort((left, right) => left.score - right.score);
    const found: CatalogueSuggestion[] = [];
    const known = new Set<string>();
    for (const { text, entry: number, score, placed } of hits) {
      if (found.length === limit) break;
      const { part } = placed;
      const shown = this.#inLatest(placed, number);
      const entry = shown.placed.part.entry(shown.entry);
      const key = `${entry.kind} ${String(entry.year)} ${foldTitle(entry.title).key}`;
      // One file never has a thing twice; two may.
      if (this.#parts.length > 1 && known.has(key)) continue;
      known.add(key);
      const { exact, misspelt } = hitClassOf(score);
      found.push({
        index: catalogueIndex(shown.placed.start + shown.entry),
        entry,
        alias: text === part.titleOf(number) ? null : part.text(text),
        matched: exact ? 'exact' : misspelt ? 'spelling' : 'words',
      });
    }
    return found;
  }

  /** The best-known things of a kind, the most famous first: at most so many, and at most FAMOUS_SHARE of them. */
  famous({ kind, limit }: { readonly kind: string; readonly limit: number }): readonly CatalogueEntry[] {
    const ofKind = this.#parts.flatMap((placed) => {
      const number = placed.part.kindNames.indexOf(kind);
      return Array.from(placed.part.kinds.keys())
        .filter((entry) => placed.part.kinds[entry] === number)
        .map((entry) => ({ placed, entry, rank: placed.ranks[entry] ?? 0 }));
    });
    const best = ofKind
      .sort((left, right) => left.rank - right.rank)
      .slice(0, Math.min(limit, Math.floor(FAMOUS_SHARE * ofKind.length)))
      .map(({ placed, entry }) => this.#inLatest(placed, entry));
    // A thing of two files once.
    const known = new Map(best.map(({ placed, entry }) => [placed.start + entry, placed.part.entry(entry)]));
    return [...known.values()];
  }

  /** What a description means. */
  recognise(description: CatalogueDescription): CatalogueMatch {
    const found = recognise(
      this.#parts.map(({ part }) => part),
      description,
    );
    switch (found.verdict) {
      case 'none':
        return found;
      case 'doubtful':
        return { verdict: 'doubtful', candidates: found.candidates.map((one) => this.#candidate(one)) };
      case 'same':
        return { verdict: 'same', ...this.#candidate(found), by: found.by, alias: found.alias };
      case 'part':
        return { verdict: 'part', ...this.#candidate(found), by: found.by };
    }
  }

  /** What is by the same makers or has the same actors, the nearest first. */
  kin(question: KinQuestion): readonly Kin[] {
    return (this.#kinship ??= new Kinship(this.#parts)).of(question);
  }

  #candidate({ thing, evidence }: FoundThing): CatalogueCandidate {
    const found = this.#parts.find(({ part }) => part === thing.part);
    if (found === undefined) throw new RangeError('A thing of no file of this catalogue.');
    const { placed, entry } = this.#inLatest(found, thing.entry);
    return { index: catalogueIndex(placed.start + entry), entry: placed.part.entry(entry), evidence };
  }

  /** The same thing in the last file that has it: a later one was built upon the earlier ones, and knows more of it. */
  #inLatest(placed: PlacedPart, entry: number): { readonly placed: PlacedPart; readonly entry: number } {
    const { part } = placed;
    const [kind, year] = [part.kindOf(entry), part.yearOf(entry)];
    const later = this.#parts.slice(this.#parts.indexOf(placed) + 1);
    if (later.length === 0 || year === null) return { placed, entry };
    const { key } = foldTitle(part.text(part.titleOf(entry)));
    const hash = hashOfTitle(kindRuleOf(kind).family, key);
    const creators = part.creatorsOf(entry);
    for (const other of later.toReversed())
      for (const text of other.part.titleKeys.valuesOf(hash)) {
        const number = other.part.entryOfText[text] ?? 0;
        const theirs = other.part.creatorsOf(number);
        const isSame =
          other.part.kindOf(number) === kind &&
          other.part.yearOf(number) === year &&
          foldTitle(other.part.text(text)).key === key &&
          (creators.length === 0 || theirs.length === 0 || creators.some((name) => theirs.includes(name)));
        if (isSame) return { placed: other, entry: number };
      }
    return { placed, entry };
  }
}

interface FoundThing {
  readonly thing: { readonly part: CataloguePart; readonly entry: number };
  readonly evidence: CatalogueCandidate['evidence'];
}

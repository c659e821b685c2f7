import {
  type CatalogueCandidate,
  type CatalogueDescription,
  type CatalogueEntry,
  type CatalogueIndex,
  catalogueIndex,
  type CatalogueMatch,
  type CatalogueSuggestion,
} from '../domain/catalogue';
import { AppError } from '../domain/errors';
import { foldTitle } from '../identity/fold-title';
import type { CataloguePart } from './catalogue-reader';
import { type Typed, TitleCompletion } from './completion/title-completion';
import { hitClassOf } from './completion/top-hits';
import { recognise } from './look-up/recognise';
import { ranksOf } from './ranks';

/** A part with the numbers its entries have in the whole. */
interface PlacedPart {
  readonly part: CataloguePart;
  /** Number of its first entry. */
  readonly start: number;
  readonly completion: TitleCompletion;
}

/** All files of a catalogue as one. A thing may stand in several: it is suggested once, and recognised once. */
export class Catalogue {
  readonly #parts: readonly PlacedPart[];
  readonly size: number;

  constructor(parts: readonly CataloguePart[]) {
    const ranks = ranksOf(parts);
    let start = 0;
    this.#parts = parts.map((part, place) => {
      const placed = { part, start, completion: new TitleCompletion(part, ranks[place] ?? new Uint32Array()) };
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
    const hits = this.#parts
      .flatMap((placed) => placed.completion.search(typed).map((hit) => ({ ...hit, placed })))
      .sort((left, right) => left.score - right.score);
    const found: CatalogueSuggestion[] = [];
    const known = new Set<string>();
    for (const { text, entry: number, score, placed } of hits) {
      if (found.length === typed.limit) break;
      const { part, start } = placed;
      const entry = part.entry(number);
      const key = `${entry.kind} ${String(entry.year)} ${foldTitle(entry.title).key}`;
      // One file never has a thing twice; two may.
      if (this.#parts.length > 1 && known.has(key)) continue;
      known.add(key);
      const { exact, misspelt } = hitClassOf(score);
      found.push({
        index: catalogueIndex(start + number),
        entry,
        alias: text === part.titleOf(number) ? null : part.text(text),
        matched: exact ? 'exact' : misspelt ? 'spelling' : 'words',
      });
    }
    return found;
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

  #candidate({ thing, evidence }: FoundThing): CatalogueCandidate {
    const { part, entry } = thing;
    const start = this.#parts.find((placed) => placed.part === part)?.start ?? 0;
    return { index: catalogueIndex(start + entry), entry: part.entry(entry), evidence };
  }
}

interface FoundThing {
  readonly thing: { readonly part: CataloguePart; readonly entry: number };
  readonly evidence: CatalogueCandidate['evidence'];
}

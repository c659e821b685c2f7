import { kindGroupOf } from '../domain/kind-groups';
import type { Item } from '../domain/item';
import { foldTitle } from './fold-title';
import { isSpellingOf } from './spelling';

type Thing = Pick<Item, 'kind' | 'title' | 'series' | 'inLibrary'>;

/** A title, its beginning or its series, as a thing of the library spells it. */
interface Spelling {
  readonly text: string;
  readonly key: string;
}

/** "Harry Potter" of "Harry Potter and the …". */
const HERO = /^(\S+ \S+) and the /iu;
const SUBTITLE = /:\s|\s[–—-]\s|\s[([]/u;

/** How things are spelled where they are known: titles typed from memory are found in the library. */
export class KnownSpellings {
  /** Made on first use: most pages never ask. */
  #index: Map<string, Map<string, Spelling>> | null = null;

  /** @param things read once, on first use */
  constructor(private readonly things: Iterable<Thing>) {}

  /**
   * The spelling of a title of this kind: letter for letter but for case, accents and punctuation, else, unless
   * `isRight`, with a letter or two wrong. Null where the library has nothing like it.
   */
  of({ kind, title }: Pick<Thing, 'kind' | 'title'>, isRight: boolean): string | null {
    const spellings = this.#spellings().get(kindGroupOf(kind));
    const { key } = foldTitle(title);
    const exact = spellings?.get(key);
    if (exact !== undefined || isRight || spellings === undefined) return exact?.text ?? null;
    for (const spelling of spellings.values()) if (isMisspelt(key, spelling.key)) return spelling.text;
    return null;
  }

  /** By kind group and key. */
  #spellings(): Map<string, Map<string, Spelling>> {
    if (this.#index !== null) return this.#index;
    const index = new Map<string, Map<string, Spelling>>();
    for (const thing of this.things) {
      if (!thing.inLibrary) continue;
      const group = kindGroupOf(thing.kind);
      const spellings = index.get(group) ?? new Map<string, Spelling>();
      index.set(group, spellings);
      addSpellings(thing, spellings);
    }
    this.#index = index;
    return index;
  }
}

function addSpellings({ title, series }: Thing, spellings: Map<string, Spelling>): void {
  const start = title.search(SUBTITLE);
  // Whole titles win over what is only the beginning of one.
  const { key } = foldTitle(title);
  spellings.set(key, { text: title, key });
  for (const text of [start > 0 ? title.slice(0, start) : null, series?.name ?? null, HERO.exec(title)?.[1] ?? null]) {
    if (text === null) continue;
    const part = { text, key: foldTitle(text).key };
    if (!spellings.has(part.key)) spellings.set(part.key, part);
  }
}

/** "The Martians" is another book than "The Martian". */
const isMisspelt = (typed: string, known: string): boolean =>
  `${typed}s` !== known && typed !== `${known}s` && isSpellingOf(typed, known);

import { foldWords } from '../../../identity/fold-text';
import { FOOD_AND_WINE } from './food-and-wine';
import { GAMES } from './games';
import { GENRES } from './genres';
import { MUSIC } from './music';
import { ORIGINS } from './origins';
import { SUBJECTS } from './subjects';
import type { TagLines } from './tag-lines';
import { ownValue } from '../../../domain/own-value';

const GENERAL: TagLines = { ...GENRES, ...SUBJECTS, ...ORIGINS };

/** Kinds whose words mean something of their own: "Red" is a wine, "Board" a game. */
const AREA_OF_KIND: Readonly<Record<string, TagLines>> = {
  game: GAMES,
  'board game': GAMES,
  'music artist': MUSIC,
  album: MUSIC,
  track: MUSIC,
  song: MUSIC,
  wine: FOOD_AND_WINE,
  recipe: FOOD_AND_WINE,
  food: FOOD_AND_WINE,
};

/** All tags that a catalogue may carry. */
export const TAG_NAMES: readonly string[] = [
  ...new Set([GENERAL, GAMES, MUSIC, FOOD_AND_WINE].flatMap((lines) => Object.keys(lines))),
];

/**
 * Words that stand beside a genre and add nothing to it: "Crime TV Shows" is crime, "general fiction" is nothing. A
 * phrase that is in the table is found first, so "science fiction" and "short films" are safe.
 */
const FILLERS = new Set(
  (
    'movie movies film films cinema tv television show shows series program programme serie series and ' +
    'book books novel novels fiction lit read reads reading stories story tale tales genre general adult adults ' +
    'game games video the a of in on s for based features picks new other misc with und et y e og och en de la ' +
    'filme serien bücher bucher livre livres libros libri filmes livros peliculas pelicula film filmi сериалы фильмы ' +
    'книги kirja kitap knihy music songs song themed style'
  ).split(' '),
);

/** Words of the longest phrase that is looked for. */
const MAX_PHRASE = 5;
const NOTHING: readonly string[] = [];

/** Spelling, folded → names of tags. Throws for a spelling that stands in two lines. */
function spellingsOf(lines: TagLines): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, readonly string[]>();
  const add = (spelling: string, names: readonly string[]): void => {
    const key = foldWords(spelling);
    const known = tags.get(key);
    if (known !== undefined && known.join() !== names.join())
      throw new Error(`"${spelling}" means both ${known.join(' + ')} and ${names.join(' + ')}`);
    tags.set(key, names);
  };
  for (const [name, spellings] of Object.entries(lines)) {
    add(name, [name]);
    for (const entry of spellings.split(',')) {
      const [spelling = '', also] = entry.trim().split('=');
      if (spelling !== '') add(spelling, also === undefined ? [name] : [name, also]);
    }
  }
  return tags;
}

const GENERAL_TAGS = spellingsOf(GENERAL);
const AREA_TAGS = new Map([GAMES, MUSIC, FOOD_AND_WINE].map((lines) => [lines, spellingsOf(lines)]));

type Lookup = (folded: string) => readonly string[] | undefined;

function lookupFor(kind: string): Lookup {
  const area = ownValue(AREA_OF_KIND, kind.trim().toLowerCase());
  const own = area === undefined ? undefined : AREA_TAGS.get(area);
  // What one eats and drinks has none of the genres of stories.
  const exact: Lookup = (folded) => own?.get(folded) ?? (area === FOOD_AND_WINE ? undefined : GENERAL_TAGS.get(folded));
  // "dramas", "Vampire": with and without the s of the plural.
  return (folded) => exact(folded) ?? (folded.endsWith('s') ? exact(folded.slice(0, -1)) : exact(`${folded}s`));
}

/**
 * The tags that a source's tag means for a thing of a kind; none where any word of it is not understood ("Stephen King
 * thriller" is somebody's shelf, not a genre).
 */
export function controlledTags(tag: string, kind: string): readonly string[] {
  const lookup = lookupFor(kind);
  const folded = foldWords(tag);
  const whole = lookup(folded);
  if (whole !== undefined) return whole;
  const words = folded.split(' ');
  const found = new Set<string>();
  for (let start = 0; start < words.length;) {
    const length = longestPhrase(words, start, lookup, found);
    if (length === 0 && !FILLERS.has(words[start] ?? '')) return NOTHING;
    start += Math.max(1, length);
  }
  return [...found];
}

/** Words of the longest phrase that begins at `start`, whose tags are added to `found`; 0 where there is none. */
function longestPhrase(words: readonly string[], start: number, lookup: Lookup, found: Set<string>): number {
  for (let length = Math.min(MAX_PHRASE, words.length - start); length > 0; length -= 1) {
    const phrase = words.slice(start, start + length).join(' ');
    const names = length === 1 && FILLERS.has(phrase) ? undefined : lookup(phrase);
    if (names === undefined) continue;
    for (const name of names) found.add(name);
    return length;
  }
  return 0;
}

/** `controlledTags` that remembers: sources repeat the same few hundred spellings. Also counts what means nothing. */
export class TagReader {
  readonly #known = new Map<string, readonly string[]>();
  /** Tag as the source spells it → how often it was dropped. */
  readonly dropped = new Map<string, number>();

  read(tag: string, kind: string): readonly string[] {
    const known = this.peek(tag, kind);
    if (known.length === 0) this.dropped.set(tag, (this.dropped.get(tag) ?? 0) + 1);
    return known;
  }

  /** The same without counting. */
  peek(tag: string, kind: string): readonly string[] {
    const key = `${kind}\n${tag}`;
    const known = this.#known.get(key) ?? controlledTags(tag, kind);
    this.#known.set(key, known);
    return known;
  }
}

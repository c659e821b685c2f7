import { tagWords } from '../../domain/clean-tags';
import { furtherStatus } from '../../domain/item-fields/field-rules';
import type { ItemFieldValues } from '../../domain/item-fields/item-fields';
import type { ItemStatus } from '../../domain/item-values';

/**
 * Shelves, collections and lists of other services are named by their owners: "favorites", "to-buy", "read-2019". They
 * are shelves here too. But one that is the usual word for a genre says what the thing is, so it is a tag: most exports
 * state no genres but these.
 */
export function tagsAndShelves(names: readonly string[]): Pick<ItemFieldValues, 'tags' | 'shelves'> {
  const [tags, shelves]: [string[], string[]] = [[], []];
  for (const name of names) (isGenre(name) ? tags : shelves).push(name);
  return { tags, shelves };
}

/** Shelves from which the status was read, and the collection in which LibraryThing puts everything, say no more. */
export const withoutStatuses = (names: readonly string[]): readonly string[] =>
  names.filter((name) => statusOfShelf(name) === null && key(name) !== 'your-library');

/** How far the owner got, by the shelf's name; null for every other shelf. */
export function statusOfShelf(name: string): ItemStatus | null {
  const shelf = key(name);
  return STATUSES.find(([pattern]) => pattern.test(shelf))?.[1] ?? null;
}

/** Among tags: a status, or whose the thing is, and nothing that the thing is. */
export const isOfOwner = (name: string): boolean =>
  statusOfShelf(name) !== null || /^(?:own|owned|i-own|my-books|lent|borrowed|favou?rites?)$/.test(key(name));

/** What several shelves say together: given up, or else the furthest; null where none says anything. */
export function statusOfShelves(names: readonly string[]): ItemStatus | null {
  const said = names.map(statusOfShelf).filter((status) => status !== null);
  if (said.length === 0) return null;
  return said.includes('abandoned') ? 'abandoned' : said.reduce((best, next) => furtherStatus(best, next));
}

/** Services write their own shelves with hyphens or with spaces. */
const key = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');

const STATUSES: readonly (readonly [RegExp, ItemStatus])[] = [
  [
    /^(?:did-?not-?finish|dnf\b.*|.*-dnf|abandoned.*|dropped|stopped(?:-reading)?|trashed|gave-up.*|given-up.*|unfinished|not-finished|quit|can(?:no|-)?-?t-finish.*|didn-?t-finish.*|could-?n-?t-finish.*)$/,
    'abandoned',
  ],
  [/^(?:to-?read.*|want.*|interested|wish-?list|tbr.*)$/, 'wanted'],
  [/^(?:currently-reading|reading|re-?reading|paused|on-hold|on-pause)$/, 'in-progress'],
  [/^read(?:-but-unowned)?$/, 'finished'],
];

const isGenre = (name: string): boolean => GENRES.has(tagWords(name).join(' '));

/** Genres as readers and film-goers call them; letters folded, words apart. */
const GENRES: ReadonlySet<string> = new Set(
  `
    fiction, nonfiction, non fiction, literature, literary fiction, general fiction, contemporary,
    contemporary fiction, classic, classics, modern classics, short stories, novella, novellas, poetry, poems, plays,
    drama, essays, comics, comic books, graphic novel, graphic novels, manga, anime, picture books,
    fantasy, high fantasy, epic fantasy, urban fantasy, dark fantasy, ya fantasy, science fiction, sci fi, scifi, sf,
    sff, sci fi fantasy, fantasy sci fi, speculative fiction, dystopia, dystopian, post apocalyptic, cyberpunk,
    steampunk, space opera, time travel, alternate history, magical realism, paranormal, supernatural, vampires,
    mythology, fairy tales, folklore, horror, gothic, weird fiction,
    mystery, mysteries, crime, crime fiction, true crime, detective, noir, film noir, thriller, thrillers, suspense,
    mystery thriller, cozy mystery, espionage, action, adventure, war, military, western, westerns,
    romance, romantic comedy, historical romance, contemporary romance, paranormal romance, erotica, chick lit,
    women s fiction, historical, historical fiction, young adult, ya, new adult, middle grade, children, childrens,
    children s, children s books, childrens books, children s literature, family, comedy, humor, humour, satire,
    history, world history, ancient history, american history, military history, biography, biographies,
    autobiography, memoir, memoirs, biography memoir, philosophy, psychology, sociology, anthropology, politics,
    economics, finance, business, science, popular science, physics, mathematics, math, biology, nature, medicine,
    health, self help, religion, spirituality, theology, christian, christian fiction, buddhism, feminism, education,
    parenting, journalism, linguistics, reference, computer science, programming, technology, art, art history,
    architecture, photography, design, music, musical, musicals, film, theater, theatre, travel, food, cooking,
    cookbooks, gardening, sport, sports, lgbt, lgbtq, queer,
    animation, animated, documentary, documentaries, biopic, superhero, game show, reality tv, talk show, news, short,
    adult
  `
    .split(',')
    .map((genre) => genre.trim()),
);

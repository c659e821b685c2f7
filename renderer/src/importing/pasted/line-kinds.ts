/** What kinds are called over a part of a list ("Movies"), before a title ("Film: Heat"), after it ("(board game)"). */
const SAID: readonly (readonly [kind: string, one: string, many: string])[] = [
  [
    'book',
    'book|novel|buch|livre|libro',
    'books|novels|reading|bücher|romane|livres|libros|libri|livros|boeken|böcker|bøger|bøker|kirjat|książki|knihy|könyvek|kitaplar|книги',
  ],
  ['comic', 'comic|graphic novel|manga', 'comics|graphic novels|mangas?'],
  [
    'movie',
    'film|movie|película',
    'films|movies|filme|cinema|kino|películas|peliculas|filmes|filmy|filmek|filmer|фильмы|фільми',
  ],
  [
    'series',
    '(?:tv|mini)?[ -]?series|tv show|show|tv|serie|série',
    '(?:tv )?series|(?:tv )?shows|tv|serien|séries|seriale|seriály|сериалы',
  ],
  ['anime', 'anime', 'animes?'],
  ['board game', 'board ?game|brettspiel', 'board ?games|brettspiele'],
  ['game', '(?:video |computer )?game', '(?:video |computer )?games|spiele|videojuegos|juegos|jeux|jogos|gry|игры'],
  ['album', 'album|record', 'albums|records|music|musik|musique|música'],
  ['track', 'song|track', 'songs|tracks'],
  ['podcast', 'podcast', 'podcasts'],
  ['article', 'article', 'articles'],
  ['place', 'place|restaurant', 'places|restaurants'],
  ['recipe', 'recipe', 'recipes|rezepte|recettes|recetas|receitas|ricette|recepten|przepisy|recepty|рецепты'],
  ['wine', 'wine', 'wines'],
];
const either = SAID.map(([kind, one, many]) => [kind, `${one}|${many}`] as const);

const BEFORE = String.raw`(?:(?:my|our|some|good|great|best|favou?rite|top|\d{1,3})\s+)*`;
const AFTER = String.raw`(?:\s+(?:list|(?:to|i|we|for)\s.{1,40}))?`;
/** Behind a colon or below a "#" more is said: "Books read in 2021:", "My favourite films of 2022:". */
const AFTER_IN_HEADING = String.raw`(?:\s+(?:list|\(?\d{1,4}\)?|(?:to|i|we|for|of|in|from|im|in|en|nel|read|watched|seen|played|finished|gelesen|gesehen|gespielt|lus|vus|joués|leídos|vistos|visti|letti|lidos|gezien|gelezen)(?:\s.{1,40})?))?`;

const kindIn = (rules: readonly (readonly [kind: string, rule: RegExp])[], text: string): string | null =>
  rules.find(([, rule]) => rule.test(text))?.[0] ?? null;

const whole = (words: string, after = AFTER): RegExp => new RegExp(`^${BEFORE}(?:${words})${after}$`, 'iu');
const TITLES = SAID.map(([kind, , many]) => [kind, whole(many)] as const);
/** "Python books:", "Science fiction films:". */
const LAST_WORDS = SAID.map(
  ([kind, , many]) => [kind, new RegExp(String.raw`^(?:\p{L}[\p{L}'’-]*\s+){1,3}(?:${many})$`, 'iu')] as const,
);
/** Not "reading" or "tv": a name of a file may hold them for other reasons. */
const NAMED = SAID.map(
  ([kind, , many]) =>
    [
      kind,
      new RegExp(
        String.raw`(?<![\p{L}\p{M}])(?:${many
          .split('|')
          .filter((word) => word !== 'reading' && word !== 'tv')
          .join('|')})(?![\p{L}\p{M}])`,
        'iu',
      ),
    ] as const,
);
const MARKED_TITLES = either.map(([kind, words]) => [kind, whole(words, AFTER_IN_HEADING)] as const);

/** The kind of what follows "Movies" or "📚 Books to read", a line of its own; null where the words say none. */
export const kindOfTitleLine = (text: string): string | null => kindIn(TITLES, text);

/** The same for a line that is marked as a heading: "Film:" is one, "Film" alone may be a title. */
export function kindOfHeading(text: string): string | null {
  const words = text.replace(/^#+\s+|\s*:$/gu, '').trim();
  return kindIn(MARKED_TITLES, words) ?? (kindsNamedIn(words).length > 1 ? null : kindIn(LAST_WORDS, words));
}

/** "Films and books" are two. */
const kindsNamedIn = (text: string): readonly string[] =>
  NAMED.filter(([, rule]) => rule.test(text)).map(([kind]) => kind);

/** The one kind that a text names as many: "films watched"; null where it names none or several. */
export function kindNamedIn(text: string): string | null {
  const named = kindsNamedIn(text);
  return named.length === 1 ? (named[0] ?? null) : null;
}

const LABELS = SAID.map(([kind, one]) => [kind, new RegExp(String.raw`^(?:${one}):\s+(?=\S)`, 'iu')] as const);
/** "(manga) Kiln". */
const FIRST_NOTES = SAID.map(
  ([kind, one]) => [kind, new RegExp(String.raw`^[([](?:${one})[)\]]\s+(?=\S)`, 'iu')] as const,
);
const NOTES = SAID.map(([kind, one]) => [kind, new RegExp(String.raw`(?<=\S)\s*[([](?:${one})[)\]]$`, 'iu')] as const);
/** "Dune (book) by Frank Herbert". */
const INNER_NOTES = SAID.map(
  ([kind, one]) => [kind, new RegExp(String.raw`(?<=\S)\s*[([](?:${one})[)\]](?=\s*[-–—,:|/]|\s+\S)`, 'iu')] as const,
);
const SEASON =
  /(?<=\S)(?:\s+|\s*[,(–—-]\s*)(?:s\d{1,2}|(?:seasons?|series|staffeln?|saisons?|temporadas?)\s+\d{1,2})(?:\s*[-–—&+]\s*s?\d{1,2})?\)?$/iu;
const COUNTRY = /(?<=\S)\s*\((?:US|USA|UK)\)$/u;

/** A line without what says only its kind, season or country. */
export interface Unlabelled {
  readonly rest: string;
  /** null: not said. */
  readonly kind: string | null;
  /** True: nothing is lost with what was taken off. */
  readonly isWhole: boolean;
}

/** @returns null where the line has no such words */
export function withoutLabel(text: string): Unlabelled | null {
  for (const [kind, rule] of [...LABELS, ...FIRST_NOTES, ...NOTES, ...INNER_NOTES])
    if (rule.test(text)) return { rest: text.replace(rule, ''), kind, isWhole: true };
  if (SEASON.test(text)) return { rest: text.replace(SEASON, ''), kind: 'series', isWhole: false };
  return COUNTRY.test(text) ? { rest: text.replace(COUNTRY, ''), kind: null, isWhole: false } : null;
}

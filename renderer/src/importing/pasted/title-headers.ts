/** Headers of a column of titles, in the languages of the exports that were met, with the kind that they name. */
const HEADERS: readonly (readonly [kind: string | null, words: string])[] = [
  [null, 'titles?|titel|titre|título|titulo|titolo|tytuł|название|заголовок|タイトル|标题|names?|items?|things?|what'],
  ['movie', 'films?|movies?|filme|película|peliculas?|film titles?|movie titles?'],
  ['series', 'series|shows?|tv shows?|serien|séries?'],
  ['book', 'books?|book titles?|bücher|buch|livres?|libros?|libri|książki|книги'],
  ['game', 'games?|video games?|spiele|jeux|juegos'],
  ['board game', 'board games?|brettspiele'],
  ['album', 'albums?|alben|records?'],
  ['track', 'songs?|tracks?|lieder'],
  ['music artist', 'artists?|bands?|künstler'],
  ['podcast', 'podcasts?'],
  ['recipe', 'recipes?|rezepte|recettes?|recetas?'],
  ['place', 'places?|restaurants?|orte|lieux|lugares'],
  ['wine', 'wines?|weine|vins?|vinos?'],
];
const RULES = HEADERS.map(([kind, words]) => [kind, new RegExp(`^(?:${words})$`, 'iu')] as const);

/** What a header over titles says that they are: null = not said; undefined: no header. */
export const kindOfHeader = (line: string): string | null | undefined => {
  const word = line.trim().replace(/^["'](.*)["']$/u, '$1');
  return RULES.find(([, rule]) => rule.test(word))?.[0];
};

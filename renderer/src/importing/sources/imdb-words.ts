/**
 * IMDb writes title types and genres in the language of the account since 2025 (and in other spellings before): these
 * map them to one form. An unknown word passes as it stands.
 */

/** First match wins: "podcast episode" is an episode, "mini serie TV" a series, "speciale TV" neither. */
const TYPE_PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/epis|folge|avsnitt|odcinek|aflevering|bolum|jakso|epizod|επεισ|эпизод|серия|エピソード|集/u, 'episode'],
  [/podcast|подкаст/u, 'podcast'],
  [/game|spiel\b|videojuego|videogioco|gioco|jeu|jogo|spel\b|gra wideo|игра|ゲーム/u, 'game'],
  [/seri|sarja|dizi|sorozat|сериал|σειρ|シリーズ/u, 'series'],
  [
    /movie|film|video|short|corto|cort|curta|kurz|court|special|documentar|фильм|видео|ταινία|映画|пелікула|pelicul|music/u,
    'movie',
  ],
];

const ENGLISH_TYPES =
  /^(?:feature film|tv ?(?:series|movie|mini[- ]?series|episode|special|short|pilot)|mini-?series|documentary|short(?: film)?|video(?: ?game)?|movie|podcast ?(?:series|episode)|music ?video)$/;

/** The kind of a title type, or null where no pattern matches. */
export function kindOfTitleType(type: string): string | null {
  // Only Latin accents: a Japanese sound mark is part of its letter.
  const folded = type
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
  return TYPE_PATTERNS.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

/** False for the types of an account in another language than English. */
export const isEnglishTitleType = (type: string): boolean => ENGLISH_TYPES.test(type.trim().toLowerCase());

/** English form, then the words of other languages (it, de, fr, es, pt), folded as `fold` does. */
const GENRES: Readonly<Record<string, string>> = {
  Action: 'azione accion acao acción',
  Adventure: 'avventura abenteuer aventure aventura aventuras',
  Animation: 'animazione animacion animacao trickfilm zeichentrick',
  Biography: 'biografia biografie biographie biografico',
  Comedy: 'commedia komodie comedie comedia',
  Crime: 'crimine poliziesco krimi krimidrama crimen policier',
  Documentary: 'documentario dokumentarfilm dokumentation documentaire documental',
  Drama: 'dramma drame drammatico',
  Family: 'familiare famiglia familie famille familiar familia',
  Fantasy: 'fantastico fantastique fantasia',
  'Film-Noir': 'filmnoir noir',
  'Game-Show': 'gameshow',
  History: 'storico storia historie geschichte histoire historia historico',
  Horror: 'orrore horreur terror epouvante',
  Music: 'musica musik musique',
  Musical: 'musicale comediemusicale',
  Mystery: 'mistero giallo mystere misterio misterio',
  News: 'notizie nachrichten actualites noticias',
  'Reality-TV': 'realitytv reality',
  Romance: 'sentimentale romantico liebesfilm romantik romantique romantica romanticismo',
  'Sci-Fi': 'scifi sciencefiction fantascienza ciencia ficcion cienciaficcion ficcaocientifica',
  Short: 'cortometraggio kurzfilm courtmetrage cortometraje curta curtametragem corto',
  Sport: 'sports deporte deportes esporte',
  'Talk-Show': 'talkshow',
  Thriller: 'suspense',
  War: 'guerra krieg kriegsfilm guerre belico',
  Western: '',
};

const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '');

const GENRE_OF = new Map(
  Object.entries(GENRES).flatMap(([english, others]) =>
    [english, ...others.split(' ')].filter((word) => word !== '').map((word) => [fold(word), english] as const),
  ),
);

/** "sci_fi" → "Sci-Fi", "Fantascienza" → "Sci-Fi"; an unknown genre keeps its words. */
export function normaliseGenre(genre: string): string {
  return GENRE_OF.get(fold(genre)) ?? genre.replaceAll('_', ' ').trim();
}

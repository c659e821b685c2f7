import type { KindFamily } from './kind-rules';
import { hasValidCheckDigit, isbn13Of } from './isbn';

/** Why an id proves nothing. */
export type UnusableReason = 'zero' | 'rounded' | 'check-digit' | 'malformed';
export type IdentifierReading = { readonly value: string } | { readonly unusable: UnusableReason };

/** Everything that the program knows of the ids of one register. A new register is one entry here. */
export interface IdentifierNamespace {
  /** Key in `Item.identifiers`. */
  readonly name: string;
  /** In words, for counts: "3 ISBNs". */
  readonly label: string;
  /** Register under which ids are compared: both forms of the ISBN are of one. */
  readonly register: string;
  /** Families of kinds that the register is about; an id on any other thing is not compared. */
  readonly families: readonly KindFamily[];
  /** What one id names. Two different ids of works are two things; two editions may be one thing. */
  readonly names: 'work' | 'edition';
  /** True: the same number names different things in different kinds (MyAnimeList's anime 1 and manga 1). */
  readonly perKind: boolean;
  /**
   * True: the number is printed on the thing by whoever issues it, and publishers have put one on several volumes. Ids
   * of a service's own database belong to one thing.
   */
  readonly printed: boolean;
  readonly read: (cell: string) => IdentifierReading;
}

const ZERO = { unusable: 'zero' } as const;
const ROUNDED = { unusable: 'rounded' } as const;
const MALFORMED = { unusable: 'malformed' } as const;

/** A spreadsheet shows long numbers as 9.78E+12 and, saved so, leaves zeros behind its first digits. */
const EXPONENT = /^\d+(?:[.,]\d+)?E\+?\d+$/i;
const MIN_ROUNDED_DIGITS = 8;
const isRounded = (digits: string): boolean => digits.length >= MIN_ROUNDED_DIGITS && /0{5}$/.test(digits);

/** Nothing to take away: most ids are so. */
const PLAIN_CELL = /^[\dA-Za-z]+$/;
/** Fewer digits than could have been rounded. */
const SHORT_NUMBER = /^[1-9]\d{0,6}$/;

/**
 * The text of a cell. ="text" is a formula that keeps spreadsheets from turning the text into a number; a final ".0" is
 * what a spreadsheet adds where it did.
 */
const cellText = (cell: string): string =>
  PLAIN_CELL.test(cell)
    ? cell
    : cell
        .trim()
        .replace(/^="?([^"]*)"?$/, '$1')
        .trim()
        .replace(/^(\d+)\.0+$/, '$1');

function readIsbn(cell: string): IdentifierReading {
  const text = cellText(cell)
    .replace(/[-‐–\s[\]]/g, '')
    .toUpperCase();
  if (EXPONENT.test(text)) return ROUNDED;
  // A spreadsheet drops the zeros that an ISBN of ten digits begins with.
  const isbn = /^\d{8}[\dX]$/.test(text) ? `0${text}` : text;
  if (/^0{9,}$/.test(isbn)) return ZERO;
  if (!/^(?:\d{9}[\dX]|97[89]\d{10})$/.test(isbn)) return MALFORMED;
  if (isRounded(isbn)) return ROUNDED;
  return hasValidCheckDigit(isbn) ? { value: isbn13Of(isbn) } : { unusable: 'check-digit' };
}

function readNumber(cell: string): IdentifierReading {
  if (SHORT_NUMBER.test(cell)) return { value: cell };
  const text = cellText(cell);
  if (EXPONENT.test(text)) return ROUNDED;
  if (!/^\d+$/.test(text)) return MALFORMED;
  const digits = text.replace(/^0+/, '');
  if (digits === '') return ZERO;
  return isRounded(digits) ? ROUNDED : { value: digits };
}

function readImdb(cell: string): IdentifierReading {
  const digits = /^(?:.*\/)?tt0*(\d*)\/?$/.exec(cellText(cell))?.[1];
  if (digits === undefined) return MALFORMED;
  return digits === '' ? ZERO : { value: `tt${digits}` };
}

function readWord(cell: string): IdentifierReading {
  const text = cellText(cell);
  return /^[\w.:/~-]+$/.test(text) && !/^0+$/.test(text) ? { value: text } : MALFORMED;
}

function readUuid(cell: string): IdentifierReading {
  const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i.exec(cell)?.[0].toLowerCase();
  if (uuid === undefined) return MALFORMED;
  return /^[0-]+$/.test(uuid) ? ZERO : { value: uuid };
}

/** The title of a page, "Alien_(film)": any letters and marks, no spaces. */
function readPage(cell: string): IdentifierReading {
  const text = cell.trim().replaceAll(' ', '_');
  return text === '' ? MALFORMED : { value: text };
}

const MUSIC: readonly KindFamily[] = ['album', 'track', 'music artist'];

type Entry = Pick<IdentifierNamespace, 'label' | 'families' | 'names' | 'read'> & Partial<IdentifierNamespace>;

const ENTRIES: Readonly<Record<string, Entry>> = {
  isbn13: { label: 'ISBN', register: 'isbn', families: ['reading'], names: 'edition', printed: true, read: readIsbn },
  isbn10: { label: 'ISBN', register: 'isbn', families: ['reading'], names: 'edition', printed: true, read: readIsbn },
  goodreads: { label: 'Goodreads number', families: ['reading'], names: 'edition', read: readNumber },
  goodreadsWork: { label: 'Goodreads work number', families: ['reading'], names: 'work', read: readNumber },
  librarything: { label: 'LibraryThing work number', families: ['reading'], names: 'work', read: readNumber },
  storygraph: { label: 'StoryGraph number', families: ['reading'], names: 'edition', read: readWord },
  asin: { label: 'Amazon number', families: ['reading'], names: 'edition', read: readWord },
  hardcover: { label: 'Hardcover number', families: ['reading'], names: 'work', read: readNumber },
  openlibrary: { label: 'Open Library number', families: ['reading'], names: 'edition', read: readWord },
  openlibraryWork: { label: 'Open Library work number', families: ['reading'], names: 'work', read: readWord },
  imdb: { label: 'IMDb number', families: ['screen', 'episode', 'game', 'podcast'], names: 'work', read: readImdb },
  wikipedia: { label: 'Wikipedia page', families: ['screen'], names: 'work', perKind: true, read: readPage },
  letterboxd: { label: 'Letterboxd address', families: ['screen'], names: 'work', read: readWord },
  tmdb: { label: 'TMDB number', families: ['screen'], names: 'work', perKind: true, read: readNumber },
  mal: { label: 'MyAnimeList number', families: ['screen', 'reading'], names: 'work', perKind: true, read: readNumber },
  anilist: { label: 'AniList number', families: ['screen', 'reading'], names: 'work', read: readNumber },
  tvdb: { label: 'TheTVDB number', families: ['screen'], names: 'work', perKind: true, read: readNumber },
  trakt: { label: 'Trakt number', families: ['screen'], names: 'work', perKind: true, read: readNumber },
  simkl: { label: 'Simkl number', families: ['screen'], names: 'work', perKind: true, read: readNumber },
  movielens: { label: 'MovieLens number', families: ['screen'], names: 'work', read: readNumber },
  primevideo: { label: 'Prime Video number', families: ['screen'], names: 'edition', read: readWord },
  mangaupdates: { label: 'MangaUpdates number', families: ['reading'], names: 'work', read: readWord },
  comicvine: { label: 'Comic Vine number', families: ['reading'], names: 'work', read: readWord },
  bgg: { label: 'BoardGameGeek number', families: ['board game'], names: 'work', read: readNumber },
  steam: { label: 'Steam number', families: ['game'], names: 'work', read: readNumber },
  igdb: { label: 'IGDB number', families: ['game'], names: 'work', read: readNumber },
  giantbomb: { label: 'Giant Bomb number', families: ['game'], names: 'work', read: readWord },
  musicbrainz: { label: 'MusicBrainz number', families: MUSIC, names: 'edition', perKind: true, read: readUuid },
  discogs: { label: 'Discogs number', families: ['album'], names: 'edition', read: readNumber },
  rateyourmusic: { label: 'Rate Your Music number', families: ['album'], names: 'work', read: readNumber },
  applePodcasts: { label: 'Apple Podcasts number', families: ['podcast'], names: 'work', read: readNumber },
  spotify: { label: 'Spotify address', families: [...MUSIC, 'podcast'], names: 'edition', read: readWord },
  youtube: { label: 'YouTube channel', families: ['channel'], names: 'work', read: readWord },
  untappd: { label: 'Untappd number', families: ['food'], names: 'work', read: readNumber },
  paprika: { label: 'Paprika number', families: ['recipe'], names: 'work', read: readWord },
  foursquare: { label: 'Foursquare number', families: ['place'], names: 'work', read: readWord },
  googleMaps: { label: 'Google Maps number', families: ['place'], names: 'work', read: readWord },
  googlePlace: { label: 'Google place id', families: ['place'], names: 'edition', read: readWord },
};

export const IDENTIFIER_NAMESPACES: readonly IdentifierNamespace[] = Object.entries(ENTRIES).map(([name, entry]) => ({
  name,
  register: name,
  perKind: false,
  printed: false,
  ...entry,
}));

const BY_NAME = new Map(IDENTIFIER_NAMESPACES.map((namespace) => [namespace.name, namespace]));

/** The register of a key in `Item.identifiers`; undefined for one that this program does not know. */
export const namespaceOf = (name: string): IdentifierNamespace | undefined => BY_NAME.get(name);

/** The register in which ids under a key are compared, for things of a kind. */
export function registerOf(name: string, kind: string): string {
  const namespace = BY_NAME.get(name);
  if (namespace === undefined) return name;
  return namespace.perKind ? `${namespace.register}/${kind}` : namespace.register;
}

/**
 * An id in the one form in which it is compared, or why it proves nothing. A key that is not known is taken as it is.
 */
export function readIdentifier(name: string, value: string): IdentifierReading {
  const namespace = BY_NAME.get(name);
  if (namespace !== undefined) return namespace.read(value);
  const text = value.trim();
  return text === '' || /^0+$/.test(text) ? ZERO : { value: text };
}

import Papa from 'papaparse';

/**
 * How many records a file holds, counted by another parser than the program's: papaparse, JSON.parse and regular
 * expressions over the whole text. By the id of the source; null where nobody has written a count for it.
 */
export function independentCount(source: string, text: string): number | null {
  const counter = COUNTERS.get(source);
  return counter === undefined ? null : counter(text.replace(/^\uFEFF/, ''));
}

/** Rows below the first `headers` lines, blank ones left out. */
const tableRows =
  (headers: number, quoteChar = '"') =>
  (text: string): number => {
    const { data } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), { skipEmptyLines: 'greedy', quoteChar });
    return data.length - headers;
  };

/** A line each, where a quotation mark is a character like any other. */
const plainLines = (text: string): number => text.split(/\r\n?|\n/).filter((line) => line.trim() !== '').length - 1;

const entriesOf = (value: unknown): number =>
  Array.isArray(value) ? value.length : typeof value === 'object' && value !== null ? Object.keys(value).length : 0;

/** The entries of every array in an object; of an array its own. */
function jsonEntries(text: string): number {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return entriesOf(value);
  return Object.values(value).reduce<number>((sum, inner) => sum + entriesOf(inner), 0);
}

/** Songs on all playlists, or entries of all shelves, or plays. */
const spotifyRecords = (text: string): number =>
  /^\s*\{\s*"playlists"/.test(text) ? matches(/"addedDate"\s*:/g)(text) : jsonEntries(text);

const matches =
  (pattern: RegExp) =>
  (text: string): number =>
    [...text.matchAll(pattern)].length;

const LINKS = matches(/<a\s+(?:[^>"]|"[^"]*")*?href=/gi);

/** Links of a page, or objects with an address in a browser's own file, without the copies below its tags. */
const bookmarkRecords = (text: string): number =>
  /<xbel[\s>]/i.test(text)
    ? matches(/<bookmark\b/g)(text)
    : text.trimStart().startsWith('<')
      ? LINKS(text)
      : matches(/"type"\s*:\s*"(?:text\/x-moz-place|url)"/g)(text);

/** Below the header, which a description may stand above: rows with an address, and blank ones. */
function placeRecords(text: string): number {
  if (text.trimStart().startsWith('{')) return matches(/"type"\s*:\s*"Feature"/g)(text);
  const { data } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), { skipEmptyLines: true });
  const header = data.findIndex((cells) => cells.length > 3);
  return data.length - header - 1;
}

const COUNTERS: ReadonlyMap<string, (text: string) => number> = new Map([
  ['goodreads', tableRows(1)],
  ['imdb', tableRows(1)],
  ['storygraph', tableRows(1)],
  ['librarything', (text: string) => (text.startsWith('{') ? entriesOf(JSON.parse(text)) : plainLines(text))],
  ['hardcover', tableRows(1)],
  ['bookwyrm', tableRows(1)],
  ['openreads', tableRows(1)],
  ['libib', tableRows(1)],
  ['bookbuddy', tableRows(1)],
  ['inventaire', tableRows(1)],
  ['openlibrary', tableRows(1)],
  ['libby', (text: string) => (text.startsWith('{') ? jsonEntries(text) : tableRows(1)(text))],
  ['bibtex', matches(/^\s*@(?!string|comment|preamble)\w+\s*[{(]/gim)],
  ['readwise', tableRows(1)],
  ['calibre', (text: string) => (text.includes('<package') ? 1 : tableRows(1)(text))],
  ['kindle-library', tableRows(1)],
  ['kindle', matches(/^={8,}\r?$/gm)],
  ['spotify', spotifyRecords],
  ['exportify', tableRows(1)],
  ['lastfm', (text: string) => tableRows(/^"?[^,\n]*(?:artist|uts|date)/i.test(text) ? 1 : 0)(text)],
  ['listenbrainz', (text: string) => (text.startsWith('[') ? jsonEntries(text) : plainLines(text) + 1)],
  ['rateyourmusic', tableRows(1)],
  ['discogs', tableRows(1)],
  ['itunes', matches(/<key>Track ID<\/key><integer>\d+<\/integer>(?!\s*<\/dict>)/g)],
  ['bookmarks', bookmarkRecords],
  ['pocket', (text: string) => (/^\s*</.test(text) ? LINKS(text) : tableRows(1)(text))],
  ['raindrop', tableRows(1)],
  ['instapaper', tableRows(1)],
  ['pinboard', jsonEntries],
  ['google-places', placeRecords],
  ['plan-to-eat', tableRows(1)],
  ['my-recipe-box', tableRows(1)],
  ['podcasts', matches(/<outline\b[^>]*(?:xmlUrl=|type="podcast-episode")/gi)],
  ['myanimelist', matches(/<(?:anime|manga)>/g)],
  ['boardgamegeek', (text: string) => (text.startsWith('<') ? matches(/<item\b/g)(text) : tableRows(1)(text))],
  ['netflix', tableRows(1)],
  ['steam', (text: string) => (/^[[{]/.test(text) ? matches(/"appid"\s*:/g)(text) : tableRows(1)(text))],
  ['trakt', (text: string) => (text.startsWith('[') ? jsonEntries(text) : tableRows(1)(text))],
  ['simkl', (text: string) => (text.startsWith('{') ? jsonEntries(text) : tableRows(1)(text))],
  ['kitsu', matches(/"type"\s*:\s*"libraryEntries"/g)],
  ['anilist', matches(/"mediaId"\s*:/g)],
  ['ryot', (text: string) => entriesOf((JSON.parse(text) as { readonly metadata?: unknown }).metadata)],
  ['playnite', (text: string) => (text.startsWith('[') ? jsonEntries(text) : tableRows(1)(text))],
  ...[
    'tvtime',
    'movary',
    'tmdb',
    'movielens',
    'criticker',
    'primevideo',
    'grouvee',
    'howlongtobeat',
    'igdb',
    'yamtrack',
  ].map((source) => [source, tableRows(1)] as const),
]);

import { ITEM_FIELDS } from '../../domain/item-fields/item-fields';
import { measureOfHeader, statedLength } from '../cells/cell-length';
import { parseNumber, parseRating, parseYear } from '../cells/cell-values';
import { CSV_FIELDS, isPlainColumn, type CsvField, type OwnReaderColumn } from './csv-fields';
import type { CsvMapping } from './csv-mapping';
import { headerKey } from '../containers/csv-table';

/** Words a header may consist of, best first; matched against the whole header, then as whole words in it. */
const OWN_HEADER_WORDS: Readonly<Record<OwnReaderColumn, readonly string[]>> = {
  title: [
    'title',
    'name',
    'objectname',
    'track name',
    'track',
    'song',
    'book title',
    'movie',
    'film',
    'game',
    'titel',
    'titre',
    'titolo',
    'título',
    'titulo',
    'tytuł',
    'series_title',
    'item',
  ],
  creators: [
    'authors',
    'author',
    'primary author',
    'creator',
    'creators',
    'artist',
    'artist name',
    'artist name(s)',
    'directors',
    'director',
    'designer',
    'developers',
    'developer',
    'autor',
    'auteur',
    'autore',
    'author_text',
    'by',
  ],
  length: [
    'number of pages',
    'page count',
    'pages',
    'num pages',
    'num_pages',
    'pagecount',
    'seitenzahl',
    'seiten',
    'runtime (mins)',
    'runtime',
    'running time',
    'laufzeit',
    'playingtime',
    'playing time',
    'spieldauer',
    'track duration (ms)',
    'duration (ms)',
    'duration_ms',
    'duration',
    'dauer',
    'durée',
    'durata',
    'duración',
    'total time',
    'totaltime',
    'total_time',
    'length (minutes or pages)',
    'length',
    'minutes',
  ],
  kind: ['kind', 'type', 'media type', 'media_type', 'category', 'art'],
  rating: [
    'my rating',
    'your rating',
    'rating',
    'star rating',
    'score',
    'stars',
    'my_score',
    'bewertung',
    'note /5',
    'voto',
    'user_rating',
    'user rating',
  ],
  status: ['status', 'read status', 'exclusive shelf', 'shelf', 'state', 'my_status'],
  finishedAt: [
    'date read',
    'last date read',
    'date finished',
    'finished',
    'finish date',
    'end_date',
    'finish_date',
    'watched date',
    'date watched',
    'watchedat',
    'completion date',
    'completed',
    'last watched',
    'gelesen am',
    'gesehen am',
    'beendet am',
    'date de lecture',
    'data lettura',
    'fecha de lectura',
  ],
  addedAt: [
    'date added',
    'added',
    'entry date',
    'time_added',
    'created',
    'date_added',
    'added at',
    'date',
    'uts',
    'utc_time',
    'played_at',
    'timestamp',
  ],
  ratedAt: ['date rated', 'rated', 'rated at'],
  series: ['series', 'reihe', 'série'],
  isbn: ['isbn13', 'isbn 13', 'isbn_13', 'isbn/uid', 'isbns', 'isbn', 'isbn10', 'isbn_10'],
  imdb: ['const', 'imdb id', 'imdbid', 'imdb_id', 'imdb', 'tconst'],
  crowdRating: [
    'average rating',
    'average',
    'imdb rating',
    'avg rating',
    'community rating',
    'avg_rating',
    'mean rating',
  ],
  crowdCount: [
    'num votes',
    'num. votes',
    'votes',
    'ratings count',
    'ratings_count',
    'usersrated',
    'numowned',
    'number of ratings',
  ],
};

const headerWords = (field: CsvField): readonly string[] =>
  isPlainColumn(field) ? ITEM_FIELDS[field].imported.column.headers : OWN_HEADER_WORDS[field];

/** Header words that tell the kind of all rows of a file; the first match wins. */
const KIND_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:objectname|bgg\b.*|minplayers)$/, 'board game'],
  [/^(?:isbn.*|authors?|primary author|pages|number of pages|publisher|binding|read status)$/, 'book'],
  [/^(?:ingredients|directions|prep time|preparationtime|recipe.*)$/, 'recipe'],
  [/^(?:vineyard|winery|grape|varietal|vintage)$/, 'wine'],
  [/^(?:imdb.*|const|tmdb.*|directors?|runtime.*|letterboxd.*|film|movie|watched date)$/, 'movie'],
  [/^(?:track|track name|track uri|song)$/, 'track'],
  [/^(?:rym album|album|catalog#)$/, 'album'],
  [/^(?:platforms?|developers?|playtime.*|steam.*|appid|app id)$/, 'game'],
  [/^(?:series_animedb_id|anime.*)$/, 'anime'],
  [/^(?:podcast.*)$/, 'podcast'],
  [/^(?:time_added|article)$/, 'article'],
  [/^(?:latitude|longitude|address|google maps url)$/, 'place'],
];

/** The largest scale there is. */
const MOST = 100;
const SCALES = [5, 10, 20, 100] as const;
/** "My Score (out of 10)", "Rating /5", "Rating (1-10)". */
const SCALE_OF_HEADER = /(?:out of|of|\/|von|sur|su|1\s?[-–])\s?(\d{1,3})\b/;
/** Whose it is: what others say, however the column is called beside that. */
const OF_OTHERS =
  /critic|metascore|rotten|average|\bavg\b|community|\bmean\b|\bcrowd\b|\bglobal\b|imdb|goodreads|trakt|tmdb|igdb|\bmal\b|\brym\b|\bbgg\b/;
const OWN = /\b(?:my|own|mine|meine?|mia|mi|ma)\b|\byour\b/;
/** From which age on: nobody's opinion. */
const FOR_AGES = /\bage\b|content rating|esrb|pegi|\bfsk\b|mpaa|certificat/;

/** What its header says, else the smallest usual scale that holds every number of a column; 5 where there are none. */
function scaleOf(rows: readonly (readonly string[])[], column: number | undefined, keys: readonly string[]): number {
  if (column === undefined) return 5;
  const stated = Number(SCALE_OF_HEADER.exec(keys[column] ?? '')?.[1]);
  if (SCALES.some((scale) => scale === stated)) return stated;
  const highest = rows.reduce((most, row) => Math.max(most, parseNumber(row[column] ?? '') ?? 0), 0);
  return SCALES.find((scale) => highest <= scale) ?? highest;
}

/** Fits a field at all? Guards against a column that is only named like it. */
function plausible(field: CsvField, key: string, rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  if (cells.length === 0) return true;
  if (field === 'rating' || field === 'crowdRating' || field === 'crowdCount') {
    if (FOR_AGES.test(key)) return false;
    if (field === 'rating' && OF_OTHERS.test(key) && !OWN.test(key)) return false;
    return (
      cells.filter(
        (cell) =>
          parseNumber(cell.replace(/(?<=\d)[,.'\s](?=\d{3}\b)/g, '')) !== null ||
          /^[★☆½]+$/.test(cell) ||
          (field !== 'crowdCount' && parseRating(cell, MOST) !== null),
      ).length >=
      cells.length * 0.5
    );
  }
  if (field === 'length') {
    const measure = measureOfHeader(key);
    return cells.filter((cell) => statedLength(cell, measure) !== null).length >= cells.length / 2;
  }
  // "Date" is a year in LibraryThing and a day everywhere else.
  const isYear = (cell: string): boolean =>
    key === 'date' ? /^\W?c?-?\d{1,4}(?:\.0)?\W?$/.test(cell) : parseYear(cell) !== null || cell === '0';
  if (field === 'year') return cells.filter(isYear).length >= cells.length / 2;
  if (field === 'kind')
    return (
      new Set(cells).size <= Math.max(3, cells.length / 2) &&
      cells.every((cell) => cell.length <= 30 && !/^\d+$/.test(cell))
    );
  return true;
}

/**
 * What a CSV most likely means, filled in before the person is asked. `sampleRows` are the first rows below the header
 * (all of them where cheap: the scale of a rating is guessed from its highest value).
 */
export function guessMapping(header: readonly string[], sampleRows: readonly (readonly string[])[]): CsvMapping {
  const keys = header.map(headerKey);
  const columns: Partial<Record<CsvField, number>> = {};
  const taken = new Set<number>();
  const claim = (field: CsvField, matches: (key: string, word: string) => boolean): void => {
    if (columns[field] !== undefined) return;
    for (const word of headerWords(field)) {
      const column = keys.findIndex(
        (key, index) =>
          !taken.has(index) && key !== '' && matches(key, word) && plausible(field, key, sampleRows, index),
      );
      if (column < 0) continue;
      columns[field] = column;
      taken.add(column);
      return;
    }
  };
  for (const field of CSV_FIELDS) claim(field, (key, word) => key === word);
  // Only what would otherwise be missed: "Game title", "Rating (1-5)".
  for (const field of ['title', 'creators', 'rating', 'year', 'tags', 'shelves'] as const)
    claim(
      field,
      (key, word) =>
        word.length > 3 &&
        new RegExp(`(?:^|[^\\p{L}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:$|[^\\p{L}])`, 'u').test(key),
    );
  if (columns.crowdRating === undefined) {
    const column = keys.findIndex(
      (key, index) =>
        !taken.has(index) &&
        OF_OTHERS.test(key) &&
        /rating|score|metacritic|bewertung|\bnote\b|voto/.test(key) &&
        plausible('crowdRating', key, sampleRows, index),
    );
    if (column >= 0) {
      columns.crowdRating = column;
      taken.add(column);
    }
  }
  const onMaps =
    columns.url !== undefined &&
    sampleRows.some((row) => /google\.[a-z.]+\/maps|maps\.(?:apple|google)/.test(row[columns.url ?? 0] ?? ''));
  const kind = onMaps
    ? 'place'
    : (KIND_WORDS.find(([pattern]) => keys.some((key) => pattern.test(key)))?.[1] ?? 'other');
  return {
    columns,
    kind,
    ratingMaximum: scaleOf(sampleRows, columns.rating, keys),
    crowdMaximum: scaleOf(sampleRows, columns.crowdRating, keys),
  };
}

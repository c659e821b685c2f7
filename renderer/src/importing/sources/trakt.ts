import type { ImportedRow } from '../../domain/imported-row';
import { parseYear, splitList } from '../cells/cell-values';
import { identifiersIn } from '../cells/service-identifiers';
import { findHeader } from '../containers/csv-table';
import type { FileHead, SourceFile } from '../containers/source-file';
import { SeriesRows } from '../episodes';
import type { JsonReader } from '../cells/json-reader';
import { namesKeys, readJson } from '../read-json';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource, type SniffedFile } from '../source';

const SCALE = 10;
const REQUIRED = ['trakt_id', 'title', 'type'] as const;

/** What the members of the archive say; `watched films` and `watched series` count, the history has every day. */
const LAYOUTS = [
  'watched films',
  'watched series',
  'history',
  'ratings',
  'favourites',
  'watchlist',
  'names of lists',
  'list',
  'collection',
  'comments',
  'table',
] as const;
type Layout = (typeof LAYOUTS)[number];

/** The keys of a member's records; only its name tells the watchlist from other lists. */
function layoutOf({ container, text, path, firstRecords }: FileHead): Layout | null {
  if (container === 'table') return findHeader(firstRecords, REQUIRED) >= 0 ? 'table' : null;
  if (!/^\uFEFF?\s*\[/.test(text) || !namesKeys(text, 'ids', 'trakt')) return null;
  if (namesKeys(text, 'watched_at', 'action')) return 'history';
  if (namesKeys(text, 'rated_at', 'rating')) return 'ratings';
  if (namesKeys(text, 'collected_at') || namesKeys(text, 'last_collected_at')) return 'collection';
  if (namesKeys(text, 'plays', 'last_watched_at')) return namesKeys(text, 'show') ? 'watched series' : 'watched films';
  if (namesKeys(text, 'comment', 'created_at', 'spoiler')) return 'comments';
  if (namesKeys(text, 'item_count', 'privacy')) return 'names of lists';
  if (!namesKeys(text, 'listed_at')) return null;
  const name = path.toLowerCase();
  if (name.includes('watchlist')) return 'watchlist';
  return /favou?rites|recommendations/.test(name) ? 'favourites' : 'list';
}

/** Ids of both, where they have any; the number of TVDB and TMDB is another one for films. */
const identifiersOf = (thing: JsonReader): Readonly<Record<string, string>> =>
  identifiersIn({
    imdb: thing.text('ids', 'imdb'),
    tmdb: thing.text('ids', 'tmdb'),
    trakt: thing.text('ids', 'trakt'),
    tvdb: thing.text('ids', 'tvdb'),
  });

function rowOfThing(file: string, line: number, kind: 'movie' | 'series', thing: JsonReader): ImportedRow | string {
  const title = titleOf(thing.text('title'));
  if (title === null) return 'no title';
  const slug = thing.text('ids', 'slug');
  return {
    ...blankRow(file, line, kind, title),
    year: parseYear(thing.text('year')),
    identifiers: identifiersOf(thing),
    url: slug === '' ? null : `https://trakt.tv/${kind === 'movie' ? 'movies' : 'shows'}/${slug}`,
  };
}

/** The film or series of a record; a season or an episode is a part of its series. */
interface Subject {
  readonly kind: 'movie' | 'series';
  readonly thing: JsonReader;
  readonly part: 'season' | 'episode' | null;
}

function subjectOf(json: JsonReader): Subject | null {
  if (json.has('movie')) return { kind: 'movie', thing: json.at('movie'), part: null };
  if (!json.has('show')) return null;
  const part = json.has('episode') ? 'episode' : json.has('season') ? 'season' : null;
  return { kind: 'series', thing: json.at('show'), part };
}

const keyOf = (thing: JsonReader): string =>
  thing.text('ids', 'trakt') || `${thing.text('title')} ${thing.text('year')}`.toLowerCase();
const isSpecial = (id: string): boolean => id.startsWith('0:');

/** NAME-2 before NAME-10. */
const byNumber = (left: SourceFile, right: SourceFile): number =>
  left.path.localeCompare(right.path, 'en', { numeric: true });

class TraktReading {
  readonly collector = new RowCollector();
  readonly #series = new SeriesRows(this.collector);
  readonly #listNames: ReadonlyMap<string, string>;
  readonly #countsFilms: boolean;

  /** @param countsFilms a file says how often each film was seen, so the history need not be counted */
  constructor(listNames: ReadonlyMap<string, string>, countsFilms: boolean) {
    this.#listNames = listNames;
    this.#countsFilms = countsFilms;
  }

  async read(file: SourceFile, layout: Layout): Promise<void> {
    if (layout === 'table') {
      await readTable(file, { required: REQUIRED }, this.collector, (row) => this.#tableRow(row));
      return;
    }
    const shelf = layout === 'list' ? this.#shelfOf(file.path) : null;
    await readJson(file, [], this.collector, (json, place) => {
      const subject = subjectOf(json);
      if (subject === null) return json.has('person') ? 'a person' : 'neither a film nor a series';
      const row = rowOfThing(file.path, place, subject.kind, subject.thing);
      if (typeof row === 'string') return row;
      return this.#record(layout, json, subject, row, shelf);
    });
  }

  finish(): void {
    this.#series.finish(isSpecial);
  }

  /** The list of the number in the file's name, or the name itself. */
  #shelfOf(path: string): string | null {
    const match = /list-(\d+)-?([^/]*?)(?:-\d+)?\.json$/.exec(path);
    return this.#listNames.get(match?.[1] ?? '') ?? titleOf((match?.[2] ?? '').replaceAll('-', ' '));
  }

  #record(
    layout: Layout,
    json: JsonReader,
    subject: Subject,
    row: ImportedRow,
    shelf: string | null,
  ): ImportedRow | string | null {
    const { kind, thing, part } = subject;
    const airedCount = thing.number('aired_episodes');
    switch (layout) {
      case 'watched films': {
        const plays = json.number('plays');
        const finishedAt = json.date('last_watched_at');
        return { ...row, status: 'finished', finishedAt, ...(plays === null ? {} : { plays }) };
      }
      case 'watched series': {
        const episodes = json.items('seasons').flatMap((season) =>
          season.items('episodes').map((episode) => ({
            id: `${season.text('number')}:${episode.text('number')}`,
            at: episode.date('last_watched_at'),
          })),
        );
        this.#series.see(
          keyOf(thing),
          () => ({ ...row, finishedAt: json.date('last_watched_at') }),
          episodes,
          airedCount,
        );
        return null;
      }
      case 'history': {
        const at = json.date('watched_at');
        if (kind === 'movie')
          return { ...row, status: 'finished', finishedAt: at, ...(this.#countsFilms ? {} : { plays: 1 }) };
        const id = `${json.text('episode', 'season')}:${json.text('episode', 'number')}`;
        this.#series.see(keyOf(thing), () => row, [{ id, at }], airedCount);
        return null;
      }
      case 'ratings': {
        if (part !== null) return `the rating of ${part === 'episode' ? 'an episode' : 'a season'}, not of its series`;
        const ownRating = json.rating(SCALE, 'rating');
        if (ownRating === null) return 'no rating';
        return { ...row, ownRating, ratedAt: json.date('rated_at'), status: kind === 'movie' ? 'finished' : 'none' };
      }
      case 'comments': {
        if (part !== null) return `words about ${part === 'episode' ? 'an episode' : 'a season'}, not about its series`;
        return { ...row, note: json.note('comment', 'comment') };
      }
      case 'collection':
        return { ...row, shelves: ['owned'], addedAt: json.date('collected_at') ?? json.date('last_collected_at') };
      case 'watchlist':
        if (part !== null) return `${part === 'episode' ? 'an episode' : 'a season'} of a series`;
        return { ...row, status: 'wanted', addedAt: json.date('listed_at'), note: json.note('notes') };
      case 'favourites':
        return { ...row, liked: true, addedAt: json.date('listed_at'), note: json.note('notes') };
      case 'list':
        if (part !== null) return `${part === 'episode' ? 'an episode' : 'a season'} of a series`;
        return {
          ...row,
          shelves: shelf === null ? [] : [shelf],
          addedAt: json.date('listed_at'),
          note: json.note('notes'),
        };
      case 'names of lists':
      case 'table':
        return null;
    }
  }

  /** `trakt_rating` is the crowd's. */
  #tableRow(row: TableRow): ImportedRow | readonly ImportedRow[] | string {
    const type = row.cell('type').toLowerCase();
    const isSeries = /show|series|episode|season|tv/.test(type);
    const title = titleOf(isSeries ? row.cell('show_title', 'show', 'title') : row.cell('title'));
    if (title === null) return 'no title';
    const crowd = row.rating(SCALE, 'trakt_rating');
    const read: ImportedRow = {
      ...blankRow(row.file, row.line, isSeries ? 'series' : 'movie', title),
      year: row.year('year'),
      tags: splitList(row.cell('genres')),
      crowd: crowd === null ? null : { rating: crowd, count: row.count('trakt_votes', 'votes') },
      identifiers: identifiersIn({
        imdb: row.cell('imdb_id'),
        tmdb: row.cell('tmdb_id'),
        trakt: row.cell('trakt_id'),
        tvdb: row.cell('tvdb_id'),
      }),
    };
    const ownRating = row.rating(SCALE, 'rating', 'my_rating', 'user_rating');
    const watchedAt = row.date('watched_at', 'last_watched_at');
    if (/episode|season/.test(type)) {
      if (watchedAt === null && ownRating !== null)
        return `the rating of ${type.includes('episode') ? 'an episode' : 'a season'}, not of its series`;
      const number = `${row.cell('season', 'season_number')}:${row.cell('episode', 'episode_number')}`;
      const id = number === ':' ? row.cell('title', 'episode_title') : number;
      // The ids and the rating of an episode are not those of its series.
      const series = { ...read, identifiers: {}, crowd: null, year: null };
      this.#series.see(`${title} table`.toLowerCase(), () => series, [{ id, at: watchedAt }]);
      return [];
    }
    const ratedAt = ownRating === null ? null : row.date('rated_at');
    const isWanted = row.date('listed_at') !== null && watchedAt === null && ownRating === null;
    const isSeen = watchedAt !== null || (ownRating !== null && !isSeries);
    return {
      ...read,
      ownRating,
      ratedAt,
      status: isSeen ? 'finished' : isWanted ? 'wanted' : 'none',
      finishedAt: watchedAt,
      addedAt: row.date('listed_at', 'collected_at'),
    };
  }
}

async function namesOfLists(files: readonly SniffedFile<Layout>[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { file, layout } of files)
    if (layout === 'names of lists')
      await readJson(file, [], new RowCollector(), (json) => {
        const name = titleOf(json.text('name'));
        if (name !== null) names.set(json.text('ids', 'trakt'), name);
        return null;
      });
  return names;
}

/** The archive of an account, its members, or a table of the history. */
export const trakt: ImportSource = {
  id: 'trakt',
  containers: ['json', 'table'],
  scale: SCALE,
  sniff: (file) => {
    const layout = layoutOf(file);
    return layout === null ? null : { layout, confidence: layout === 'table' ? 'likely' : 'certain' };
  },
  read: async (files) => {
    const parts = LAYOUTS.flatMap((layout) =>
      files
        .filter((part) => part.layout === layout)
        .map(({ file }) => ({ file, layout }))
        .sort((left, right) => byNumber(left.file, right.file)),
    );
    const countsFilms = parts.some(({ layout }) => layout === 'watched films');
    const reading = new TraktReading(await namesOfLists(parts), countsFilms);
    for (const { file, layout } of parts) if (layout !== 'names of lists') await reading.read(file, layout);
    reading.finish();
    const found = LAYOUTS.filter((layout) => parts.some((part) => part.layout === layout));
    return reading.collector.reading(`Trakt export (${found.join(', ')})`);
  },
};

import type { ImportedRow } from '../../domain/imported-row';
import { identifiersIn } from '../cells/service-identifiers';
import { columnReader, findHeader } from '../containers/csv-table';
import type { FileHead } from '../containers/source-file';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

const SCALE = 10;
const REQUIRED = ['title', 'tmdbId'] as const;

type Layout = 'history' | 'ratings' | 'watchlist';

function layoutOf({ path, firstRecords }: FileHead): Layout | null {
  const header = firstRecords[findHeader(firstRecords, REQUIRED)]?.cells;
  if (header === undefined) return null;
  const { has } = columnReader(header);
  if (has('watchedAt')) return 'history';
  if (has('userRating')) return 'ratings';
  return has('addedAt') || /watchlist/i.test(path) ? 'watchlist' : null;
}

function readRow(layout: string, row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('title'));
  if (title === null) return 'no title';
  const comment = row.text('comment');
  return {
    ...blankRow(row.file, row.line, 'movie', title),
    year: row.year('year', 'releaseDate'),
    identifiers: identifiersIn({ tmdb: row.cell('tmdbId'), imdb: row.cell('imdbId') }),
    ownRating: row.rating(SCALE, 'userRating'),
    status: layout === 'watchlist' ? 'wanted' : 'finished',
    finishedAt: row.date('watchedAt'),
    addedAt: row.date('addedAt'),
    note: comment === '' ? null : comment,
    ...(layout === 'history' ? { plays: row.count('plays') ?? 1 } : {}),
  };
}

/** Films of one's own server: history, ratings, watchlist. */
export const movary: ImportSource = {
  id: 'movary',
  containers: ['table'],
  scale: SCALE,
  sniff: (file) => {
    const layout = layoutOf(file);
    return layout === null ? null : { layout, confidence: 'likely' };
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file, layout } of files)
      await readTable(file, { required: REQUIRED }, collector, (row) => readRow(layout, row));
    return collector.reading(`Movary (${[...new Set(files.map(({ layout }) => layout))].join(', ')})`);
  },
};

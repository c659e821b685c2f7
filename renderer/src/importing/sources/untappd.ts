import type { ImportedRow } from '../../domain/imported-row';
import { numberIdentifier } from '../cells/identifier-cells';
import { findHeader } from '../containers/csv-table';
import { namesKeys, readJson } from '../read-json';
import { readTable } from '../read-table';
import { blankRow, RowCollector, type ImportSource } from '../source';

/** Columns of the table and keys of the JSON: both have the same names. */
const REQUIRED = ['beer_name', 'brewery_name', 'rating_score', 'created_at'] as const;
/** Bottle caps in quarters. */
const SCALE = 5;

/** What a check-in says, from whichever form. Where and with whom somebody drank is not looked at. */
interface CheckIn {
  readonly text: (name: string) => string;
  readonly rating: number | null;
  readonly at: number | null;
  readonly comment: string | null;
}

function rowOf(file: string, line: number, { text, rating, at, comment }: CheckIn): ImportedRow | string {
  const title = text('beer_name');
  if (title === '') return 'no name of the beer';
  const [brewery, style, id] = [text('brewery_name'), text('beer_type'), text('bid')];
  return {
    ...blankRow(file, line, 'food', title),
    creators: brewery === '' ? [] : [brewery],
    tags: ['beer', ...(style === '' ? [] : [style])],
    identifiers: numberIdentifier('untappd', id),
    url: /^\d+$/.test(id) ? `https://untappd.com/beer/${id}` : null,
    ownRating: rating,
    ratedAt: rating === null ? null : at,
    status: 'finished',
    finishedAt: at,
    addedAt: at,
    plays: 1,
    note: comment,
  };
}

/** Check-ins of beers, one a drink: those of one beer become one, with the latest rating. */
export const untappd: ImportSource = {
  id: 'untappd',
  containers: ['table', 'json'],
  scale: SCALE,
  sniff: ({ container, firstRecords, text }) => {
    const isOurs =
      container === 'json'
        ? /^\s*\[/.test(text) && namesKeys(text.slice(0, 4000), ...REQUIRED)
        : findHeader(firstRecords, REQUIRED) >= 0;
    return isOurs ? { layout: container, confidence: 'certain' } : null;
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file } of files)
      if (file.container === 'json')
        await readJson(file, [], collector, (json, place) =>
          rowOf(file.path, place, {
            text: (name) => json.text(name),
            rating: json.rating(SCALE, 'rating_score'),
            at: json.date('created_at'),
            comment: json.note('comment'),
          }),
        );
      else
        await readTable(file, { required: REQUIRED, dates: ['created_at'] }, collector, (row) =>
          rowOf(row.file, row.line, {
            text: (name) => row.cell(name),
            rating: row.rating(SCALE, 'rating_score'),
            at: row.date('created_at'),
            comment: row.text('comment') || null,
          }),
        );
    return collector.reading('Untappd check-ins');
  },
};

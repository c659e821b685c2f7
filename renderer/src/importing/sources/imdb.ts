import { dateOrderOf, parseDate } from '../cells/cell-dates';
import { parseLength } from '../cells/cell-length';
import { parseCount, parseRating, parseYear, splitList } from '../cells/cell-values';
import type { CsvRecord } from '../containers/csv-records';
import { columnReader, findHeader, tableAt, type ColumnReader } from '../containers/csv-table';
import type { ImportedRow } from '../../domain/imported-row';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';
import { isEnglishTitleType, kindOfTitleType, normaliseGenre } from './imdb-words';

/** Every layout since 2013 has these two; the person lists of IMDb ("nm…") lack the second. */
const REQUIRED = ['Const', 'Title Type'] as const;
const OWN_RATING = ['Your Rating', 'You rated'] as const;
const DATES = ['Date Rated', 'Created', 'Modified'] as const;

interface Context {
  readonly file: string;
  readonly columns: ColumnReader;
  readonly date: (cell: string) => number | null;
  /** The account's language is not English: `Title` is a translation, `Original Title` what others know it by. */
  readonly localised: boolean;
  readonly unknownTypes: Set<string>;
}

function readRecord(
  { file, columns, date, localised, unknownTypes }: Context,
  record: CsvRecord,
): ImportedRow | string {
  const shown = titleOf(columns.cell(record, 'Title'));
  const original = titleOf(columns.cell(record, 'Original Title'));
  const title = localised ? (original ?? shown) : (shown ?? original);
  if (title === null) return 'no title';
  const other = title === shown ? original : shown;
  const type = columns.cell(record, 'Title Type');
  const kind = kindOfTitleType(type);
  if (kind === null && type !== '') unknownTypes.add(type);
  const id = /tt\d{5,}/.exec(columns.cell(record, 'Const'))?.[0] ?? null;
  const ownRating = parseRating(columns.cell(record, ...OWN_RATING), 10);
  const average = parseRating(columns.cell(record, 'IMDb Rating'), 10);
  const count = parseCount(columns.cell(record, 'Num Votes', 'Num. Votes'));
  const created = date(columns.cell(record, 'Created'));
  const ratedAt =
    ownRating === null
      ? null
      : (date(columns.cell(record, 'Date Rated')) ?? (columns.has('You rated') ? created : null));
  const note = columns.text(record, 'Description');
  return {
    ...blankRow(file, record.line, kind ?? 'movie', title),
    originalTitle: other === null || other === title ? null : other,
    creators: splitList(columns.cell(record, 'Directors')),
    year:
      parseYear(columns.cell(record, 'Year')) ??
      parseYear(columns.cell(record, 'Release Date', 'Release Date (month/day/year)')),
    length: parseLength(columns.cell(record, 'Runtime (mins)'), kind ?? 'movie', 'minutes'),
    tags: [...new Set(splitList(columns.cell(record, 'Genres')).map(normaliseGenre))],
    crowd: average === null && count === null ? null : { rating: average, count },
    identifiers: id === null ? {} : { imdb: id },
    url: id === null ? null : `https://www.imdb.com/title/${id}/`,
    ownRating,
    ratedAt,
    // Rated means seen; a watchlist or list holds what the owner has not rated.
    status: ownRating === null ? 'wanted' : 'finished',
    addedAt: created ?? ratedAt,
    note: note === '' ? null : note,
  };
}

/** True where more than a fifth of the rows have a title type that English accounts never get. */
function isLocalised(columns: ColumnReader, rows: readonly CsvRecord[]): boolean {
  if (!columns.has('Original Title')) return false;
  const types = rows.map((record) => columns.cell(record, 'Title Type')).filter((type) => type !== '');
  return types.filter((type) => !isEnglishTitleType(type)).length > types.length * 0.2;
}

export const imdb: ImportSource = {
  id: 'imdb',
  recognises: (csv) => findHeader(csv, REQUIRED) >= 0,
  read: async (files, pacer) => {
    const collector = new RowCollector();
    const warnings: string[] = [];
    const names = new Set<string>();
    for (const csv of files) {
      const table = tableAt(csv, findHeader(csv, REQUIRED));
      const columns = columnReader(table.header);
      warnings.push(...csv.warnings.map((warning) => `${csv.file}: ${warning}`));
      const { order, ambiguous } = dateOrderOf(
        table.rows.flatMap((record) => DATES.map((name) => columns.cell(record, name))),
      );
      if (ambiguous) warnings.push(`${csv.file}: dates such as 03/04/2020 are read month first`);
      const unknownTypes = new Set<string>();
      const localised = isLocalised(columns, table.rows);
      const context: Context = {
        file: csv.file,
        columns,
        date: (cell) => parseDate(cell, order),
        localised,
        unknownTypes,
      };
      for (const [index, record] of table.rows.entries()) {
        if (index % 50 === 0) await pacer.yieldIfDue();
        collector.take(csv.file, table.header, record, () => readRecord(context, record));
      }
      if (unknownTypes.size > 0)
        warnings.push(`${csv.file}: taken as films, title type not known: ${[...unknownTypes].join(', ')}`);
      if (localised)
        warnings.push(
          `${csv.file}: titles are translated; the original title leads and the translation is kept beside it`,
        );
      const isList = columns.has('Position') && !columns.has('You rated');
      if (isList && table.rows.some((record) => columns.cell(record, ...OWN_RATING) === ''))
        warnings.push(`${csv.file}: unrated titles of a list or watchlist are taken as wanted`);
      names.add(`${isList ? 'list' : 'ratings'}, ${table.header.length} columns`);
    }
    return {
      label: `IMDb export (${[...names].join('; ')})`,
      rows: collector.rows,
      skipped: collector.skipped,
      ignoredFiles: [],
      warnings,
    };
  },
};

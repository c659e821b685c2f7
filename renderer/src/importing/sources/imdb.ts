import { parseLength } from '../cells/cell-length';
import { splitList } from '../cells/cell-values';
import { columnReader, findHeader } from '../containers/csv-table';
import type { FileHead } from '../containers/source-file';
import type { ImportedRow } from '../../domain/imported-row';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';
import { isEnglishTitleType, kindOfTitleType, normaliseGenre } from './imdb-words';

/** Every layout since 2013 has these two; the person lists of IMDb ("nm…") lack the second. */
const REQUIRED = ['Const', 'Title Type'] as const;
const OWN_RATING = ['Your Rating', 'You rated'] as const;
const DATES = ['Date Rated', 'Created', 'Modified'] as const;

const SCALE = 10;

interface Context {
  /** The account's language is not English: `Title` is a translation, `Original Title` what others know it by. */
  readonly localised: boolean;
  readonly unknownTypes: Set<string>;
}

function readRow({ localised, unknownTypes }: Context, row: TableRow): ImportedRow | string {
  const shown = titleOf(row.cell('Title'));
  const original = titleOf(row.cell('Original Title'));
  const title = localised ? (original ?? shown) : (shown ?? original);
  if (title === null) return 'no title';
  const other = title === shown ? original : shown;
  const type = row.cell('Title Type');
  const kind = kindOfTitleType(type);
  if (kind === null && type !== '') unknownTypes.add(type);
  const id = /tt\d{5,}/.exec(row.cell('Const'))?.[0] ?? null;
  const ownRating = row.rating(SCALE, ...OWN_RATING);
  const average = row.rating(SCALE, 'IMDb Rating');
  const count = row.count('Num Votes', 'Num. Votes');
  const created = row.date('Created');
  const ratedAt = ownRating === null ? null : (row.date('Date Rated') ?? (row.has('You rated') ? created : null));
  const note = row.text('Description');
  return {
    ...blankRow(row.file, row.line, kind ?? 'movie', title),
    originalTitle: other === null || other === title ? null : other,
    creators: splitList(row.cell('Directors')),
    year: row.year('Year') ?? row.year('Release Date', 'Release Date (month/day/year)'),
    length: parseLength(row.cell('Runtime (mins)'), kind ?? 'movie', 'minutes'),
    tags: [...new Set(splitList(row.cell('Genres')).map(normaliseGenre))],
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

/** True where more than a fifth of the first rows have a title type that English accounts never get. */
function isLocalised({ firstRecords }: FileHead): boolean {
  const at = findHeader(firstRecords, REQUIRED);
  const columns = columnReader(firstRecords[at]?.cells ?? []);
  if (!columns.has('Original Title')) return false;
  const types = firstRecords
    .slice(at + 1)
    .map((record) => columns.cell(record, 'Title Type'))
    .filter((type) => type !== '');
  return types.filter((type) => !isEnglishTitleType(type)).length > types.length * 0.2;
}

export const imdb: ImportSource = {
  id: 'imdb',
  containers: ['table'],
  scale: SCALE,
  sniff: ({ firstRecords }) => {
    const header = firstRecords[findHeader(firstRecords, REQUIRED)]?.cells;
    if (header === undefined) return null;
    const columns = columnReader(header);
    const isList = columns.has('Position') && !columns.has('You rated');
    return {
      layout: `${isList ? 'list' : 'ratings'}, ${String(header.length)} columns`,
      confidence: 'certain',
    };
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file, layout } of files) {
      const context: Context = { localised: isLocalised(file), unknownTypes: new Set() };
      const isList = layout.startsWith('list');
      let hasUnrated = false;
      await readTable(file, { required: REQUIRED, dates: DATES }, collector, (row) => {
        hasUnrated ||= row.cell(...OWN_RATING) === '';
        return readRow(context, row);
      });
      if (context.unknownTypes.size > 0)
        collector.warn(file.path, `taken as films, title type not known: ${[...context.unknownTypes].join(', ')}`);
      if (context.localised)
        collector.warn(
          file.path,
          'titles are translated; the original title leads and the translation is kept beside it',
        );
      if (isList && hasUnrated) collector.warn(file.path, 'unrated titles of a list or watchlist are taken as wanted');
    }
    const layouts = new Set(files.map(({ layout }) => layout));
    return collector.reading(`IMDb export (${[...layouts].join('; ')})`);
  },
};

import { parseDate } from '../cells/cell-dates';
import { parseRating, parseYear, splitList } from '../cells/cell-values';
import { tagsAndShelves } from '../cells/shelves';
import type { CsvRecord } from '../containers/csv-records';
import {
  columnReader,
  findHeader,
  tableAt,
  type ColumnReader,
  type CsvFile,
  type CsvTable,
} from '../containers/csv-table';
import { textOfHtml } from '../containers/html-text';
import type { ImportedRow } from '../../domain/imported-row';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

/** What one file of the export says of its films. `films`: the file was renamed, so only that they are listed. */
const ROLES = ['ratings', 'watched', 'diary', 'reviews', 'watchlist', 'likes', 'list', 'films'] as const;
type Role = (typeof ROLES)[number];

const LIST_COLUMNS = ['Position', 'Name', 'Year', 'URL'] as const;
const LIST_NAME_COLUMNS = ['Date', 'Name', 'Tags', 'URL', 'Description'] as const;

/**
 * watched.csv, watchlist.csv and likes/films.csv have the same four columns. That they are Letterboxd's follows from
 * their content; which of the three, from their name. A file that was renamed is `films`.
 */
function plainRole(file: string): Role {
  const name = file.toLowerCase();
  if (/watchlist[^/]*$/.test(name)) return 'watchlist';
  if (/watched[^/]*$/.test(name)) return 'watched';
  return /likes\/[^/]*$|likes?[^/]*$/.test(name) ? 'likes' : 'films';
}

function roleOf(csv: CsvFile): Role | null {
  if (listEntriesAt(csv) >= 0) return 'list';
  const at = findHeader(csv, ['Date', 'Name', 'Year', 'Letterboxd URI']);
  if (at < 0) return null;
  const columns = columnReader(csv.records[at]?.cells ?? []);
  if (columns.has('Review')) return 'reviews';
  if (columns.has('Watched Date')) return 'diary';
  return columns.has('Rating') ? 'ratings' : plainRole(csv.file);
}

/** A list file holds two tables; a description that spans lines may push the second one down. */
function listEntriesAt(csv: CsvFile): number {
  const at = findHeader(csv, LIST_COLUMNS);
  const nameAt = findHeader(csv, LIST_NAME_COLUMNS);
  return nameAt >= 0 && nameAt < at ? at : -1;
}

const REMOVED = /(?:^|\/)(deleted|orphaned)\//;

// A longer one is a sentence about the list, not a name for where the owner keeps a film.
const MAX_NAME_LENGTH = 40;

function listName(csv: CsvFile, entriesAt: number): string[] {
  const table = tableAt(csv, findHeader(csv, LIST_NAME_COLUMNS), entriesAt);
  const record = table.rows[0];
  const name = record === undefined ? null : titleOf(columnReader(table.header).cell(record, 'Name'));
  return name !== null && name.length <= MAX_NAME_LENGTH && /\p{L}/u.test(name) ? [name] : [];
}

interface Context {
  readonly file: string;
  readonly role: Role;
  readonly columns: ColumnReader;
  readonly listNames: readonly string[];
}

/** Letterboxd states no genres: its tags and lists are the owner's own words. */
function readRecord({ file, role, columns, listNames }: Context, record: CsvRecord): ImportedRow | string {
  const title = titleOf(columns.cell(record, 'Name'));
  if (title === null) return 'no film name';
  const isEntry = role === 'diary' || role === 'reviews';
  const link = columns.cell(record, 'Letterboxd URI', 'URL');
  // Diary and review links lead to the log entry, all others to the film.
  const filmLink = isEntry || !/^https?:\/\//.test(link) ? null : link;
  const loggedAt = parseDate(columns.cell(record, 'Date'));
  const ownRating = parseRating(columns.cell(record, 'Rating'), 5);
  const seen = role === 'ratings' || role === 'watched' || isEntry;
  return {
    ...blankRow(file, record.line, 'movie', title),
    year: parseYear(columns.cell(record, 'Year')),
    ...tagsAndShelves(role === 'list' ? listNames : splitList(columns.cell(record, 'Tags'))),
    identifiers:
      filmLink === null
        ? {}
        : { letterboxd: filmLink.replace(/^https?:\/\/(?:boxd\.it|letterboxd\.com\/film)\/|\/$/g, '') },
    url: filmLink,
    ownRating,
    ratedAt: ownRating === null ? null : loggedAt,
    liked: role === 'likes',
    status: seen ? 'finished' : role === 'watchlist' ? 'wanted' : 'none',
    finishedAt: isEntry ? parseDate(columns.cell(record, 'Watched Date')) : null,
    addedAt: loggedAt,
    note:
      role === 'reviews'
        ? textOfHtml(columns.text(record, 'Review'))
        : role === 'list'
          ? textOfHtml(columns.text(record, 'Description'))
          : null,
  };
}

const filmKey = (row: ImportedRow): string => `${row.title.toLowerCase()}\u0000${row.year ?? ''}`;

/** ratings.csv holds the rating that counts today; a diary entry of the same film keeps the one of its day. */
function withCurrentRatings(rows: readonly ImportedRow[], ratingFiles: ReadonlySet<string>): ImportedRow[] {
  const rated = new Set(rows.filter((row) => ratingFiles.has(row.file)).map(filmKey));
  return rows.map((row) =>
    row.ownRating !== null && !ratingFiles.has(row.file) && rated.has(filmKey(row))
      ? { ...row, ownRating: null, ratedAt: null }
      : row,
  );
}

export const letterboxd: ImportSource = {
  id: 'letterboxd',
  recognises: (csv) => roleOf(csv) !== null,
  read: async (files, pacer) => {
    const collector = new RowCollector();
    const warnings: string[] = [];
    const ignored = files.filter((csv) => REMOVED.test(csv.file));
    const parts = files
      .filter((csv) => !REMOVED.test(csv.file))
      .flatMap((csv) => {
        const role = roleOf(csv);
        return role === null ? [] : [{ csv, role }];
      })
      .sort((left, right) => ROLES.indexOf(left.role) - ROLES.indexOf(right.role));
    for (const { csv, role } of parts) {
      warnings.push(...csv.warnings.map((warning) => `${csv.file}: ${warning}`));
      if (role === 'films')
        warnings.push(
          `${csv.file}: nothing in the file says whether these films were watched or are wanted; imported without a status`,
        );
      const at = role === 'list' ? listEntriesAt(csv) : findHeader(csv, ['Name', 'Letterboxd URI']);
      const table: CsvTable = tableAt(csv, at);
      const context: Context = {
        file: csv.file,
        role,
        columns: columnReader(table.header),
        listNames: role === 'list' ? listName(csv, at) : [],
      };
      for (const [index, record] of table.rows.entries()) {
        if (index % 50 === 0) await pacer.yieldIfDue();
        collector.take(csv.file, table.header, record, () => readRecord(context, record));
      }
    }
    const ratingFiles = new Set(parts.filter(({ role }) => role === 'ratings').map(({ csv }) => csv.file));
    const found = ROLES.filter((role) => parts.some((part) => part.role === role));
    return {
      label: `Letterboxd export (${found.map((role) => (role === 'list' ? 'lists' : role)).join(', ')})`,
      rows: withCurrentRatings(collector.rows, ratingFiles),
      skipped: collector.skipped,
      ignoredFiles: ignored.map(({ file }) => ({ file, reason: 'deleted or orphaned on Letterboxd' })),
      warnings,
    };
  },
};

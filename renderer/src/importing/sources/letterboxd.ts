import { splitList } from '../cells/cell-values';
import { identifiersIn } from '../cells/service-identifiers';
import { tagsAndShelves } from '../cells/shelves';
import type { CsvRecord } from '../containers/csv-records';
import { columnReader, findHeader } from '../containers/csv-table';
import { textOfHtml } from '../containers/html-text';
import type { FileHead } from '../containers/source-file';
import type { ImportedRow } from '../../domain/imported-row';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

/** Stars. */
const SCALE = 5;

/**
 * What one file of the export says of its films. `films`: the file was renamed, so only that they are listed. `import`:
 * the table that Letterboxd itself imports, which programs for other services write.
 */
const ROLES = ['ratings', 'watched', 'diary', 'reviews', 'watchlist', 'likes', 'list', 'films', 'import'] as const;
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

const FILM_COLUMNS = ['Date', 'Name', 'Year', 'Letterboxd URI'] as const;

/** Of the columns that Letterboxd imports, those that nobody else's table has beside a title. */
const IMPORT_COLUMNS = ['LetterboxdURI', 'Rating10', 'Rating100', 'WatchedDate'] as const;

function importColumnsOf(records: readonly CsvRecord[]): readonly string[] | null {
  const own = IMPORT_COLUMNS.find((name) => findHeader(records, ['Title', name]) >= 0);
  return own === undefined ? null : ['Title', own];
}

function roleOf({ path, firstRecords }: FileHead): Role | null {
  if (listEntriesAt(firstRecords) >= 0) return 'list';
  const at = findHeader(firstRecords, FILM_COLUMNS);
  if (at < 0) return importColumnsOf(firstRecords) === null ? null : 'import';
  const columns = columnReader(firstRecords[at]?.cells ?? []);
  if (columns.has('Review')) return 'reviews';
  if (columns.has('Watched Date')) return 'diary';
  return columns.has('Rating') ? 'ratings' : plainRole(path);
}

/** A list file holds two tables; a description that spans lines may push the second one down. */
function listEntriesAt(records: readonly CsvRecord[]): number {
  const at = findHeader(records, LIST_COLUMNS);
  const nameAt = findHeader(records, LIST_NAME_COLUMNS);
  const isWhole = nameAt >= 0 && nameAt < at;
  // Some take the first table away; the links still say whose list it is.
  const link = columnReader(records[at]?.cells ?? []);
  const isOwn = records.slice(at + 1).some((record) => /boxd\.it|letterboxd\.com/.test(link.cell(record, 'URL')));
  return isWhole || (at >= 0 && isOwn) ? at : -1;
}

const REMOVED = /(?:^|\/)(deleted|orphaned)\//;

// A longer one is a sentence about the list, not a name for where the owner keeps a film.
const MAX_NAME_LENGTH = 40;

function listName({ firstRecords }: FileHead): string[] {
  const at = findHeader(firstRecords, LIST_NAME_COLUMNS);
  const [header, record] = at < 0 ? [] : firstRecords.slice(at, listEntriesAt(firstRecords));
  const name =
    header === undefined || record === undefined ? null : titleOf(columnReader(header.cells).cell(record, 'Name'));
  return name !== null && name.length <= MAX_NAME_LENGTH && /\p{L}/u.test(name) ? [name] : [];
}

/** Letterboxd states no genres: its tags and lists are the owner's own words. */
function readRow(role: Role, listNames: readonly string[], row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('Name'));
  if (title === null) return 'no film name';
  const isEntry = role === 'diary' || role === 'reviews';
  const link = row.cell('Letterboxd URI', 'URL');
  // Diary and review links lead to the log entry, all others to the film.
  const filmLink = isEntry || !/^https?:\/\//.test(link) ? null : link;
  const loggedAt = row.date('Date');
  const ownRating = row.rating(SCALE, 'Rating');
  const seen = role === 'ratings' || role === 'watched' || isEntry;
  return {
    ...blankRow(row.file, row.line, 'movie', title),
    year: row.year('Year'),
    ...tagsAndShelves(role === 'list' ? listNames : splitList(row.cell('Tags'))),
    identifiers: filmLink === null ? {} : { letterboxd: slugOf(filmLink) },
    url: filmLink,
    ownRating,
    ratedAt: ownRating === null ? null : loggedAt,
    liked: role === 'likes',
    status: seen ? 'finished' : role === 'watchlist' ? 'wanted' : 'none',
    finishedAt: isEntry ? row.date('Watched Date') : null,
    addedAt: loggedAt,
    note:
      role === 'reviews'
        ? textOfHtml(row.text('Review'))
        : role === 'list'
          ? textOfHtml(row.text('Description'))
          : null,
  };
}

const slugOf = (link: string): string =>
  link.replace(/^https?:\/\/(?:boxd\.it|(?:www\.)?letterboxd\.com\/film)\/|\/$/g, '');

/** A row of the table that Letterboxd imports: letterboxd.com/about/importing-data. */
function readImportRow(role: Role, row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('Title', 'Name'));
  if (title === null) return 'no film name';
  const link = row.cell('LetterboxdURI', 'Letterboxd URI', 'url');
  const isLink = /^https?:\/\//.test(link);
  const ownRating = row.rating(SCALE, 'Rating') ?? row.rating(10, 'Rating10') ?? row.rating(100, 'Rating100');
  const finishedAt = row.date('WatchedDate', 'Watched Date');
  const seen = finishedAt !== null || ownRating !== null || role === 'watched';
  return {
    ...blankRow(row.file, row.line, 'movie', title),
    creators: row.list(',', 'Directors', 'Director'),
    year: row.year('Year'),
    ...tagsAndShelves(splitList(row.cell('Tags'))),
    identifiers: identifiersIn({
      letterboxd: isLink ? slugOf(link) : link,
      imdb: row.cell('imdbID', 'IMDb ID'),
      tmdb: row.cell('tmdbID', 'TMDb ID'),
    }),
    url: isLink ? link : null,
    ownRating,
    ratedAt: ownRating === null ? null : (row.date('CreatedDate') ?? finishedAt),
    liked: role === 'likes',
    status: seen ? 'finished' : role === 'watchlist' ? 'wanted' : 'none',
    finishedAt,
    addedAt: row.date('CreatedDate'),
    note: textOfHtml(row.text('Review')),
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

const ROLE_NAMES: Readonly<Partial<Record<Role, string>>> = { list: 'lists', import: 'a table for its import' };

const labelOf = (roles: readonly Role[]): string =>
  roles.every((role) => role === 'import')
    ? 'Films in the form that Letterboxd imports'
    : `Letterboxd export (${roles.map((role) => ROLE_NAMES[role] ?? role).join(', ')})`;

export const letterboxd: ImportSource = {
  id: 'letterboxd',
  containers: ['table'],
  scale: SCALE,
  sniff: (file) => {
    const role = roleOf(file);
    if (role === null) return null;
    // Simkl's table has a column of this name, too.
    const isShared = role === 'import' && importColumnsOf(file.firstRecords)?.includes('WatchedDate') === true;
    return { layout: role, confidence: isShared ? 'possible' : 'certain' };
  },
  read: async (files) => {
    const collector = new RowCollector();
    const ignored = files.filter(({ file }) => REMOVED.test(file.path));
    const parts = files
      .filter(({ file }) => !REMOVED.test(file.path))
      .flatMap(({ file }) => {
        const role = roleOf(file);
        return role === null ? [] : [{ file, role }];
      })
      .sort((left, right) => ROLES.indexOf(left.role) - ROLES.indexOf(right.role));
    for (const { file, role } of parts) {
      if (role === 'films')
        collector.warn(
          file.path,
          'nothing in the file says whether these films were watched or are wanted; imported without a status',
        );
      if (role === 'import') {
        const required = importColumnsOf(file.firstRecords) ?? [];
        const plain = plainRole(file.path);
        await readTable(file, { required, dates: ['WatchedDate', 'CreatedDate'] }, collector, (row) =>
          readImportRow(plain, row),
        );
        continue;
      }
      const listNames = role === 'list' ? listName(file) : [];
      await readTable(file, { required: role === 'list' ? LIST_COLUMNS : FILM_COLUMNS }, collector, (row) =>
        readRow(role, listNames, row),
      );
    }
    const ratingFiles = new Set(parts.filter(({ role }) => role === 'ratings').map(({ file }) => file.path));
    const found = ROLES.filter((role) => parts.some((part) => part.role === role));
    return collector.reading(labelOf(found), {
      rows: withCurrentRatings(collector.rows, ratingFiles),
      ignoredFiles: ignored.map(({ file }) => ({ file: file.path, reason: 'deleted or orphaned on Letterboxd' })),
    });
  },
};

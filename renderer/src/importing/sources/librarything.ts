import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { parseDate } from '../cells/cell-dates';
import { parseLength } from '../cells/cell-length';
import { parseYear, splitList } from '../cells/cell-values';
import { parseRating } from '../cells/ratings';
import { isbnIdentifiers, numberIdentifier } from '../cells/identifier-cells';
import { JsonReader } from '../cells/json-reader';
import { isHelper, makersOf } from '../cells/maker-cells';
import { seriesOf } from '../cells/series-cell';
import { statusOfShelves, tagsAndShelves, withoutStatuses } from '../cells/shelves';
import { leadingArticle, withoutPackaging } from '../cells/title-cells';
import { findHeader } from '../containers/csv-table';
import { textOfHtml } from '../containers/html-text';
import { numbered, readJson } from '../read-json';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';
import { tagsOfSubjects } from './librarything-subjects';

const REQUIRED = ['Book Id', 'Title', 'Primary Author', 'Collections'] as const;
/** Stars, in halves. */
const SCALE = 5;

/** What both of its forms say of one book. */
interface Book {
  readonly file: string;
  readonly line: number;
  readonly title: string;
  readonly series: string;
  readonly makers: readonly { readonly name: string; readonly role: string }[];
  /** Of the copy. */
  readonly year: string;
  readonly media: string;
  readonly pages: string;
  readonly isbns: readonly string[];
  readonly work: string;
  readonly rating: string;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  readonly subjects: readonly string[];
  readonly entered: string;
  readonly started: string;
  readonly read: string;
  readonly notes: readonly string[];
  readonly privateNote: string;
}

const VIDEO = /\b(?:dvd|blu-?ray|vhs|laser ?disc|video|film|movie)/i;
const MUSIC = /\b(?:music|vinyl|lp|sound recording|score)\b/i;
const SERIES = /\b(?:mini-?series|tv series|seasons?|complete series)\b/i;

/** LibraryThing lists whatever stands on a shelf. */
function kindOf({ media, title }: Book): string {
  if (VIDEO.test(media)) return SERIES.test(title) ? 'series' : 'movie';
  return MUSIC.test(media) ? 'album' : 'book';
}

/** Of a film only who directed it: its first name is mostly an actor's. */
function creatorsOf({ makers }: Book, kind: string): string[] {
  const isFilm = kind === 'movie' || kind === 'series';
  const made = makers.filter(({ role }) => (isFilm ? /direct|creat|regie|réalis/i.test(role) : !isHelper(role)));
  return makersOf(made.map(({ name }) => name).join('; '), { named: 'people', order: 'last-first' });
}

function statusOf({ collections, tags, rating, started, read }: Book): ItemStatus {
  const said = statusOfShelves([...collections, ...tags]);
  if (said !== null && said !== 'wanted') return said;
  if (parseDate(read) !== null) return 'finished';
  if (parseDate(started) !== null) return 'in-progress';
  return said ?? (parseRating(rating, SCALE) === null ? 'none' : 'finished');
}

function rowOf(book: Book): ImportedRow | string {
  const full = titleOf(book.title);
  if (full === null) return 'no title';
  const kind = kindOf(book);
  const isVideo = kind === 'movie' || kind === 'series';
  const status = statusOf(book);
  const own = tagsAndShelves(withoutStatuses([...book.tags, ...book.collections]));
  const note = book.notes.map(textOfHtml).filter((text) => text !== null);
  return {
    ...blankRow(book.file, book.line, kind, isVideo ? withoutPackaging(full) : leadingArticle(full)),
    creators: creatorsOf(book, kind),
    // The year of a disc says nothing of the film's.
    year: isVideo ? null : parseYear(book.year),
    length: kind === 'book' && !/audio/i.test(book.media) ? parseLength(book.pages, kind, 'pages') : null,
    series: seriesOf(book.series),
    tags: [...new Set([...own.tags, ...tagsOfSubjects(book.subjects)])],
    shelves: own.shelves,
    identifiers: {
      ...numberIdentifier('librarything', book.work),
      ...(kind === 'book' ? isbnIdentifiers(book.isbns) : {}),
    },
    ownRating: parseRating(book.rating, SCALE),
    status,
    finishedAt: status === 'finished' || status === 'abandoned' ? parseDate(book.read) : null,
    addedAt: parseDate(book.entered),
    note: note.length === 0 ? null : [...new Set(note)].join('\n\n'),
    privateNote: book.privateNote === '' ? null : book.privateNote,
  };
}

/** Authors and roles stand in two cells, parted by "|". */
function makersIn(row: TableRow): Book['makers'] {
  const names = row.cell('Secondary Author').split('|');
  const roles = row.cell('Secondary Author Roles').split('|');
  return [
    { name: row.cell('Primary Author'), role: row.cell('Primary Author Role') },
    ...names.map((name, place) => ({ name: name.trim(), role: roles[place] ?? '' })),
  ];
}

const bookInTable = (row: TableRow): Book => ({
  file: row.file,
  line: row.line,
  title: row.cell('Title'),
  series: '',
  makers: makersIn(row),
  year: row.cell('Date'),
  media: row.cell('Media'),
  pages: row.cell('Page Count'),
  isbns: [...row.list(',', 'ISBNs'), row.cell('ISBN')].filter((isbn) => isbn.replace(/[[\]]/g, '') !== ''),
  work: row.cell('Work id'),
  rating: row.cell('Rating'),
  tags: row.list(',', 'Tags'),
  collections: row.list(',', 'Collections'),
  subjects: row.list('|', 'Subjects'),
  entered: row.cell('Entry Date'),
  started: row.cell('Date Started'),
  read: row.cell('Date Read'),
  notes: [row.text('Review'), row.text('Comment')].filter((text) => text !== ''),
  privateNote: row.text('Private Comment'),
});

/** Lists are written as arrays or as numbered objects, a single value as itself. */
function wordsAt(json: JsonReader, key: string): readonly string[] {
  const found = json.at(key);
  if (typeof found.value === 'string') return splitList(found.value);
  return found.values().flatMap((entry) => (typeof entry.value === 'object' ? entry.texts() : entry.text()));
}

function bookInJson(file: string, line: number, json: JsonReader): Book {
  const authors = json.values('authors').map((author) => ({
    name: author.text('lf') || author.text('fl'),
    role: author.text('role'),
  }));
  const primary = { name: json.text('primaryauthor'), role: json.text('primaryauthorrole') };
  const format = json.values('format').map((entry) => entry.text('text') || entry.text());
  return {
    file,
    line,
    title: json.text('title'),
    series: wordsAt(json, 'series')[0] ?? '',
    makers: authors.length === 0 ? [primary] : authors,
    year: json.text('date'),
    media: format.join(' ') || json.text('media'),
    pages: json.text('pages') || json.text('pagecount'),
    isbns: [...wordsAt(json, 'isbn'), json.text('originalisbn')].filter((isbn) => isbn !== ''),
    work: json.text('workcode'),
    rating: json.text('rating'),
    tags: wordsAt(json, 'tags'),
    collections: wordsAt(json, 'collections'),
    subjects: wordsAt(json, 'subject'),
    entered: json.text('entrydate'),
    started: json.text('datestarted'),
    read: json.text('dateread'),
    notes: [json.paragraphs('review'), json.paragraphs('comment')].filter((text) => text !== ''),
    privateNote: json.paragraphs('privatecomment'),
  };
}

/** The object of a book is named by its number, and no other service writes `books_id`. */
const JSON_BOOKS = /^\s*\{\s*"\d+"\s*:\s*\{[^{}]*"(?:books_id|primaryauthor|sortcharacter|workcode)"/;

export const librarything: ImportSource = {
  id: 'librarything',
  containers: ['table', 'json'],
  scale: SCALE,
  sniff: ({ container, text, firstRecords }) => {
    const layout = container === 'json' ? 'json' : 'table';
    const isOwn = layout === 'json' ? JSON_BOOKS.test(text) : findHeader(firstRecords, REQUIRED) >= 0;
    return isOwn ? { layout, confidence: 'certain' } : null;
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file, layout } of files) {
      if (layout === 'json') {
        const books = file.json().then((whole) => new JsonReader(whole).values().map(({ value }) => value));
        await readJson(file, numbered(books), collector, (json, place) => rowOf(bookInJson(file.path, place, json)));
        continue;
      }
      // Its tables quote nothing; one that a spreadsheet has saved again with commas does.
      const plainQuotes = file.text.slice(0, 2000).includes('\t');
      await readTable(file, { required: REQUIRED, plainQuotes }, collector, (row) => rowOf(bookInTable(row)));
    }
    return collector.reading('LibraryThing export');
  },
};

import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { parseDate } from '../cells/cell-dates';
import { parseLength } from '../cells/cell-length';
import { excerptOf, parseRating, parseYear, splitList } from '../cells/cell-values';
import { isbnIdentifiers, numberIdentifier } from '../cells/identifier-cells';
import { listAt, paragraphsAt, textAt, textsAt, valueAt } from '../cells/json-values';
import { isHelper, makersOf } from '../cells/maker-cells';
import { statusOfShelves, tagsAndShelves, withoutStatuses } from '../cells/shelves';
import { leadingArticle, withoutPackaging } from '../cells/title-cells';
import { findHeader } from '../containers/csv-table';
import { textOfHtml } from '../containers/html-text';
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
function wordsAt(value: unknown, key: string): string[] {
  const found = valueAt(value, key);
  if (typeof found === 'string') return splitList(found);
  return listAt(found).flatMap((entry) => (typeof entry === 'object' ? textsAt(entry) : textAt(entry)));
}

function bookInJson(file: string, line: number, value: unknown): Book {
  const authors = listAt(value, 'authors').map((author) => ({
    name: textAt(author, 'lf') || textAt(author, 'fl'),
    role: textAt(author, 'role'),
  }));
  const primary = { name: textAt(value, 'primaryauthor'), role: textAt(value, 'primaryauthorrole') };
  const format = listAt(value, 'format').map((entry) => textAt(entry, 'text') || textAt(entry));
  return {
    file,
    line,
    title: textAt(value, 'title'),
    makers: authors.length === 0 ? [primary] : authors,
    year: textAt(value, 'date'),
    media: format.join(' ') || textAt(value, 'media'),
    pages: textAt(value, 'pages') || textAt(value, 'pagecount'),
    isbns: [...wordsAt(value, 'isbn'), textAt(value, 'originalisbn')].filter((isbn) => isbn !== ''),
    work: textAt(value, 'workcode'),
    rating: textAt(value, 'rating'),
    tags: wordsAt(value, 'tags'),
    collections: wordsAt(value, 'collections'),
    subjects: wordsAt(value, 'subject'),
    entered: textAt(value, 'entrydate'),
    started: textAt(value, 'datestarted'),
    read: textAt(value, 'dateread'),
    notes: [paragraphsAt(value, 'review'), paragraphsAt(value, 'comment')].filter((text) => text !== ''),
    privateNote: paragraphsAt(value, 'privatecomment'),
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
        for (const [place, value] of listAt(await file.json()).entries()) {
          const row = rowOf(bookInJson(file.path, place + 1, value));
          if (typeof row === 'string') collector.skip(file.path, place + 1, row, excerptOf(textsAt(value)));
          else collector.add(row);
        }
        continue;
      }
      // Its tables quote nothing; one that a spreadsheet has saved again with commas does.
      const plainQuotes = file.text.slice(0, 2000).includes('\t');
      await readTable(file, { required: REQUIRED, plainQuotes }, collector, (row) => rowOf(bookInTable(row)));
    }
    return collector.reading('LibraryThing export');
  },
};

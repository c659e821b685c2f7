import type { Series } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { makersOf } from '../cells/maker-cells';
import { cleanCell, parseNumber, parseYear, splitList } from '../cells/cell-values';
import { asinIn, isbnIdentifiers, numberIdentifier } from '../cells/identifier-cells';
import type { NamedCells } from '../cells/named-cells';
import { isEmptyRecord, columnReader, findHeader, headerKey } from '../containers/csv-table';
import { childText, type MarkupElement } from '../containers/markup-elements';
import type { FileHead } from '../containers/source-file';
import { readElements } from '../read-markup';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

const REQUIRED = ['title', 'authors'] as const;
/** People choose the columns of a catalogue; of these nobody else writes three. */
const OWN_COLUMNS = [
  'author_sort',
  'title_sort',
  'library_name',
  'series_index',
  'pubdate',
  'uuid',
  'formats',
  'identifiers',
  'cover',
];
/** Stars of a catalogue. Its own files count ten, two to a star. */
const STARS = 5;
const HALF_STARS = 10;

/** Both of its forms have the facts of a book; blurbs, covers and places on the disk are nobody's taste. */
interface Book {
  readonly file: string;
  readonly line: number;
  readonly title: string;
  readonly authors: readonly string[];
  readonly published: string;
  readonly addedAt: number | null;
  readonly tags: readonly string[];
  readonly series: string;
  readonly seriesIndex: string;
  /** "goodreads:39077187" */
  readonly identifiers: readonly string[];
  readonly ownRating: number | null;
}

/** Calibre dates what it does not know to the year 101. */
const MIN_YEAR = 102;

function seriesOf(name: string, index: string): Series | null {
  return name === '' ? null : { name, position: parseNumber(index) };
}

function identifiersOf(entries: readonly string[]): Readonly<Record<string, string>> {
  let found: Readonly<Record<string, string>> = {};
  for (const entry of entries) {
    const [, scheme = '', id = ''] = /^(?:urn:)?([\w-]+)\s*:\s*(\S.*)$/.exec(entry) ?? [];
    const value = id.trim();
    switch (scheme.toLowerCase()) {
      case 'isbn':
        found = { ...isbnIdentifiers([value]), ...found };
        break;
      case 'goodreads':
        found = { ...numberIdentifier('goodreads', value), ...found };
        break;
      case 'amazon':
      case 'asin':
      case 'mobi-asin':
        // Of a printed book it is the ISBN.
        found = { ...('asin' in asinIn(value) ? asinIn(value) : isbnIdentifiers([value])), ...found };
        break;
      case 'openlibrary':
        found = { openlibrary: value, ...found };
        break;
    }
  }
  return found;
}

function rowOf(book: Book): ImportedRow | string {
  const title = titleOf(book.title);
  if (title === null) return 'no title';
  const year = parseYear(book.published);
  return {
    ...blankRow(book.file, book.line, 'book', title),
    // A comma inside a name is kept as a bar.
    creators: [...new Set(book.authors.map((name) => cleanCell(name.replaceAll('|', ','))))].filter(
      (name) => name !== '' && !/^unknown$/i.test(name),
    ),
    year: year !== null && year >= MIN_YEAR ? year : null,
    tags: book.tags,
    series: seriesOf(book.series, book.seriesIndex),
    identifiers: identifiersOf(book.identifiers),
    ownRating: book.ownRating,
    status: book.ownRating === null ? 'none' : 'finished',
    addedAt: book.addedAt,
  };
}

const bookInTable = (row: TableRow, scale: number): Book => ({
  file: row.file,
  line: row.line,
  title: row.cell('title'),
  authors: row.cell('authors').split(/\s*&\s*/),
  published: row.cell('pubdate'),
  addedAt: row.date('timestamp'),
  tags: row.list(',', 'tags'),
  series: row.cell('series'),
  seriesIndex: row.cell('series_index'),
  identifiers: [...row.list(',', 'identifiers'), ...row.list(',', 'isbn').map((isbn) => `isbn:${isbn}`)],
  ownRating: row.rating(scale, 'rating'),
});

const childrenOf = (element: MarkupElement, name: string): readonly MarkupElement[] =>
  element.children.filter((child) => child.name === name);

/** Of `<meta name="calibre:series" content="…"/>`. */
function findMeta(metadata: MarkupElement, names: readonly string[]): { name: string; text: string } | null {
  const found = childrenOf(metadata, 'meta').find(({ attributes }) => names.includes(attributes.get('name') ?? ''));
  return found === undefined
    ? null
    : { name: found.attributes.get('name') ?? '', text: found.attributes.get('content') ?? '' };
}

/** Where it sorts by the very words, they begin with the family name: "Vole, Ann;". */
function namesIn(text: string, sorted: string): readonly string[] {
  const name = text.replace(/[;,\s]+$/u, '').trim();
  const isSorted = name.includes(',') && sorted.replace(/[;,\s]+$/u, '').trim() === name;
  return isSorted ? makersOf(name, { named: 'people', order: 'last-first' }) : [name];
}

function bookInPackage({ file, line, cell, date, rating }: NamedCells, metadata: MarkupElement): Book {
  return {
    file,
    line,
    title: childText(metadata, 'dc:title'),
    authors: childrenOf(metadata, 'dc:creator')
      // MARC's codes: authors and artists, but no translator and no narrator.
      .filter(({ attributes }) => /^(?:aut|ill|art|)$/i.test(attributes.get('opf:role') ?? ''))
      .flatMap(({ text, attributes }) => namesIn(text, attributes.get('opf:file-as') ?? '')),
    published: childText(metadata, 'dc:date'),
    addedAt: date('calibre:timestamp'),
    tags: splitList(
      childrenOf(metadata, 'dc:subject')
        .map(({ text }) => text)
        .join('\n'),
      '\n',
    ),
    series: cell('calibre:series'),
    seriesIndex: cell('calibre:series_index'),
    identifiers: childrenOf(metadata, 'dc:identifier').map(({ text, attributes }) => {
      const scheme = attributes.get('opf:scheme');
      return scheme === undefined ? text.trim() : `${scheme}:${text.trim()}`;
    }),
    ownRating: rating(HALF_STARS, 'calibre:rating'),
  };
}

/** Ten where any rating is above five: a catalogue that somebody has made of the database itself. */
function scaleOf({ firstRecords }: FileHead): number {
  const at = findHeader(firstRecords, REQUIRED);
  const columns = columnReader(firstRecords[at]?.cells ?? []);
  const ratings = firstRecords.slice(at + 1).map((record) => parseNumber(columns.cell(record, 'rating')) ?? 0);
  return ratings.some((rating) => rating > STARS) ? HALF_STARS : STARS;
}

function isCatalogue({ firstRecords }: FileHead): boolean {
  const header = firstRecords[findHeader(firstRecords, REQUIRED)];
  if (header === undefined || isEmptyRecord(header)) return false;
  const keys = new Set(header.cells.map(headerKey));
  return OWN_COLUMNS.filter((name) => keys.has(name)).length >= 3;
}

/** The catalogue as a table, or the metadata.opf that lies beside each book. */
export const calibre: ImportSource = {
  id: 'calibre',
  containers: ['table', 'xml'],
  scale: STARS,
  sniff: (file) => {
    if (file.container === 'table') return isCatalogue(file) ? { layout: 'catalogue', confidence: 'certain' } : null;
    if (!/<package\b[^>]*opf/i.test(file.text) || !/<(?:opf:)?metadata\b/.test(file.text)) return null;
    return { layout: 'opf', confidence: /calibre/i.test(file.text) ? 'certain' : 'likely' };
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file, layout } of files) {
      if (layout === 'opf')
        await readElements(
          file,
          'metadata',
          collector,
          (cells, metadata) => rowOf(bookInPackage(cells, metadata)),
          findMeta,
        );
      else {
        const scale = scaleOf(file);
        await readTable(file, { required: REQUIRED }, collector, (row) => rowOf(bookInTable(row, scale)));
      }
    }
    return collector.reading('Calibre library');
  },
};

import type { OwnReaderField } from '../../domain/item-fields/field-names';
import { addedTags } from '../../domain/item-fields/field-rules';
import { ITEM_FIELDS } from '../../domain/item-fields/item-fields';
import type { ItemStatus } from '../../domain/item-values';
import { namespaceOf } from '../../identity/identifier-namespaces';
import { identifiersInLink } from '../../identity/identifiers-in-link';
import { kindRuleOf } from '../../identity/kind-rules';
import { dateOrderOf, parseDate, readMonthFirst } from '../cells/cell-dates';
import { dayOfSpan, daysOfCell } from '../cells/date-span';
import { asinIn, isbnIdentifiers } from '../cells/identifier-cells';
import { measureOfHeader, parseLength, statedLength, type LengthMeasure } from '../cells/cell-length';
import { cleanCell, cleanText, parseCount, parseNumber, wordsOfCell } from '../cells/cell-values';
import { opinionReader, type Opinion } from '../cells/rating-words';
import { parseRating, starScaleOf } from '../cells/ratings';
import { kindOfWord, type KindSaid } from '../cells/kind-words';
import { markdownCell } from '../cells/markdown-marks';
import { makerColumnOf, makersOf, type MakerColumn } from '../cells/maker-cells';
import { placedSeries, seriesOf } from '../cells/series-cell';
import { isOfOwner, statusOfShelves, tagsAndShelves, withoutStatuses } from '../cells/shelves';
import { statusOfWord, yesOrNo } from '../cells/status-words';
import { leadingArticle, screenTitle, titleAndYear } from '../cells/title-cells';
import { UnreadCells } from '../cells/unread-cells';
import type { CsvRecord } from '../containers/csv-records';
import { headerKey, type CsvTable } from '../containers/csv-table';
import { decodeEntities } from '../containers/html-text';
import type { ImportedRow } from '../../domain/imported-row';
import type { Pacer } from '../pacer';
import { blankRow, RowCollector, titleOf, type SourceReading } from '../source';
import { headerWords, orderOfHeader } from './header-words';
import { isPlainColumn, PLAIN_COLUMNS, type CsvField } from './csv-fields';
import { kindBeside } from './kind-of-links';
import { readPlainColumns } from './plain-cells';
import { areSchoolGrades, ratingOfGrade } from './rating-columns';

/** How to read a CSV that no source claims: the person's answer to the mapping step. */
export interface CsvMapping {
  /** Column of each field, 0-based; a field left out is not in the file. */
  readonly columns: Readonly<Partial<Record<CsvField, number>>>;
  /** Kind of every row whose kind column is missing or blank. */
  readonly kind: string;
  /** Of every row that says nothing of it: without a status, a rating and a day of its own. Left out: none. */
  readonly status?: ItemStatus;
  /** The best rating on the file's scale: 5, 10, 100. Zero is always "unrated". */
  readonly ratingMaximum: number;
  readonly crowdMaximum: number;
  /** Left out where the person has said it all. */
  readonly guess?: {
    readonly evidence: Readonly<Partial<Record<CsvField, MappingEvidence>>>;
    readonly questions: readonly GuessQuestion[];
  };
}

/** Why a column is taken for a field. */
export interface MappingEvidence {
  /** The word of its header that says so; null: it was said of this header before. */
  readonly word: string | null;
  /** How many of its cells look like the field; null where any text does. */
  readonly fitting: number | null;
  /** How many cells say anything. */
  readonly filled: number;
}

/**
 * What can be read in two ways: what the things are, whether the one rating is the owner's or everyone's, and of how
 * many points it is.
 */
export type GuessQuestion = 'kind' | 'rating' | 'ratingMaximum';

interface Reader {
  readonly file: string;
  readonly mapping: CsvMapping;
  readonly cell: (record: CsvRecord, field: CsvField) => string;
  /** The days of a cell, in the order in which they stand; one that could not be read is noted and left out. */
  readonly dates: (record: CsvRecord, field: CsvField) => readonly number[];
  /** As `UnreadCells.checked`, for the cell of a field. */
  readonly checked: <Value>(value: Value | null, record: CsvRecord, field: CsvField) => Value | null;
  readonly opinion: (cell: string) => Opinion | null;
  readonly kind: (record: CsvRecord) => KindSaid;
  readonly status: (word: string) => ItemStatus;
  readonly makers: MakerColumn;
  readonly lengthMeasure: LengthMeasure | null;
}

/** "2013 – ...", "1999-2000": what runs for years is no film. */
const RUN = /^(?:19|20)\d{2}\s?[-–—]\s?(?:(?:19|20)\d{2}|\.{3}|…)?$/u;

/** A page, a word after the title or years may say more than a column of kinds, where that is blank. */
function kindAndTitle({ cell, kind: kindOf }: Reader, record: CsvRecord, title: string): KindSaid & { title: string } {
  const said = kindOf(record);
  const beside = cell(record, 'kind') === '' ? kindBeside(cell(record, 'url'), said.kind) : null;
  if (said.kind !== 'movie' && said.kind !== 'series') return { ...said, kind: beside ?? said.kind, title };
  const screen = screenTitle(title);
  const isSeries = screen.isSeries || (cell(record, 'kind') === '' && RUN.test(cell(record, 'year')));
  return { ...said, kind: isSeries ? 'series' : (beside ?? said.kind), title: screen.title };
}

function readRecord(reader: Reader, record: CsvRecord): ImportedRow | string {
  const { file, mapping, cell, dates, checked, opinion: opinionOf, status: statusOf, makers, lengthMeasure } = reader;
  const named = markdownCell(cell(record, 'title'));
  const said = titleOf(wordsOfCell(named.text));
  if (said === null) return 'no title';
  if (said.endsWith(':') && record.cells.filter((text) => text.trim() !== '').length === 1) return 'a heading';
  const plain = readPlainColumns((field) => cell(record, field));
  const whole = leadingArticle(said);
  const dated = plain.year === null ? titleAndYear(whole) : { title: whole, year: plain.year };
  const { kind, tag, title } = kindAndTitle(reader, record, dated.title);
  const imdb = checked(/tt\d{5,}/.exec(cell(record, 'imdb'))?.[0] ?? null, record, 'imdb');
  const opinion = opinionOf(cell(record, 'rating'));
  const ownRating = opinion?.rating ?? null;
  // "DNF" where others have their stars.
  const isLeft = opinion === null && statusOf(cell(record, 'rating')) === 'abandoned';
  checked(isLeft ? 0 : opinion, record, 'rating');
  const isLiked = checked(yesOrNo(cell(record, 'liked')), record, 'liked');
  const finishedDates = dates(record, 'finishedAt').toSorted((left, right) => left - right);
  const finishedAt = finishedDates.at(-1) ?? null;
  const saidStatus = statusOf(cell(record, 'status'));
  const isDone = yesOrNo(cell(record, 'status'));
  const stated = saidStatus === 'none' && isDone === true ? 'finished' : saidStatus;
  checked(stated === 'none' && isDone !== false ? null : stated, record, 'status');
  const crowdRating = checked(parseRating(cell(record, 'crowdRating'), mapping.crowdMaximum), record, 'crowdRating');
  const crowdCount = checked(parseCount(cell(record, 'crowdCount')), record, 'crowdCount');
  for (const field of PLAIN_COLUMNS) {
    const value: unknown = plain[field];
    checked(value === null || (Array.isArray(value) && value.length === 0) ? null : true, record, field);
  }
  const onShelves = tagsAndShelves(withoutStatuses([...plain.shelves, ...plain.tags.filter(isOfOwner)]));
  const tags = plain.tags.filter((name) => !isOfOwner(name));
  const length = parseLength(cell(record, 'length'), kind, lengthMeasure);
  // Minutes of a book are read, and not what is kept of books.
  checked(length ?? statedLength(cell(record, 'length'), lengthMeasure), record, 'length');
  const own: Pick<ImportedRow, OwnReaderField> = {
    kind,
    title,
    creators: makersOf(decodeEntities(cell(record, 'creators')), makers),
    length,
    series: placedSeries(seriesOf(wordsOfCell(cell(record, 'series'))), parseNumber(cell(record, 'seriesNumber'))),
    crowd: crowdRating === null && crowdCount === null ? null : { rating: crowdRating, count: crowdCount },
    identifiers: {
      ...identifiersOfPage(plain.url ?? named.url, kind),
      ...isbnsOf(record, cell, checked),
      ...(imdb === null ? {} : { imdb }),
    },
    ownRating,
    status:
      stated !== 'none'
        ? stated
        : isLeft
          ? 'abandoned'
          : (statusOfShelves([...plain.shelves, ...plain.tags]) ??
            (finishedAt !== null || opinion !== null ? 'finished' : (mapping.status ?? 'none'))),
    finishedAt,
  };
  return {
    ...blankRow(file, record.line, kind, title),
    ...plain,
    ...own,
    url: plain.url ?? named.url,
    year: dated.year,
    tags: addedTags(tags, tag === null ? onShelves.tags : addedTags([tag], onShelves.tags)),
    shelves: onShelves.shelves,
    liked: opinion?.liked ?? isLiked ?? false,
    ...(opinion?.disliked === true ? { disliked: true } : {}),
    ...(finishedDates.length > 1 ? { finishedDates } : {}),
    ratedAt: opinion === null ? null : (dates(record, 'ratedAt').at(-1) ?? null),
    addedAt: dates(record, 'addedAt')[0] ?? null,
  };
}

/** What the page of a thing says of it; a page about another kind of thing says nothing. */
function identifiersOfPage(url: string | null, kind: string): Readonly<Record<string, string>> {
  if (url === null) return {};
  const { family } = kindRuleOf(kind);
  return Object.fromEntries(
    Object.entries(identifiersInLink(url).identifiers).filter(([name]) => namespaceOf(name)?.families.includes(family)),
  );
}

function isbnsOf(
  record: CsvRecord,
  cell: Reader['cell'],
  checked: Reader['checked'],
): Readonly<Record<string, string>> {
  const found = (['isbn', 'isbn10'] as const).map((field) => {
    const text = cell(record, field);
    const isbns = { ...isbnIdentifiers([text]), ...asinIn(text) };
    checked(Object.keys(isbns).length === 0 ? null : isbns, record, field);
    return isbns;
  });
  return { ...found[1], ...found[0] };
}

const keepsLines = (field: CsvField): boolean =>
  isPlainColumn(field) && ITEM_FIELDS[field].imported.column.read === 'paragraphs';

const DATE_FIELDS = ['finishedAt', 'addedAt', 'ratedAt'] as const;

/** Some hundred rows show what a column holds. */
const SAMPLE = 500;
const LONGEST_KIND = 30;

/**
 * Reads the column of kinds. Where most of its words are kinds, any other says nothing of the kind; where none is, they
 * are kinds of the person's own: "Whisky", "Tea".
 */
function kindReader(
  mapping: CsvMapping,
  cells: readonly string[],
  cell: (record: CsvRecord) => string,
  unread: (record: CsvRecord) => void,
): (record: CsvRecord) => KindSaid {
  const filled = cells.filter((text) => text !== '');
  // Where some are called anime, "TV" and "movie" are other things than those.
  const usual = filled.some((text) => kindOfWord(text, '')?.kind === 'anime') ? '' : mapping.kind;
  const known = filled.filter((text) => kindOfWord(text, usual) !== null).length;
  const isOwn = known < filled.length / 2;
  return (record) => {
    const text = cell(record);
    const said = text === '' ? null : kindOfWord(text, usual);
    if (said !== null) return said.kind === '' ? { ...said, kind: mapping.kind } : said;
    if (isOwn && text !== '' && text.length <= LONGEST_KIND && /\p{L}/u.test(text))
      return { kind: text.toLowerCase(), tag: null };
    unread(record);
    return { kind: mapping.kind, tag: null };
  };
}

const SCHOOL_GRADES = 'grades of a school: 1 is read as the best of them, 6 as the worst';

function readSchoolGrade(cell: string): Opinion | null {
  const rating = ratingOfGrade(cell);
  return rating === null ? null : { rating };
}

/** Reads the column of the owner's ratings: by number, or by grades, words and thumbs. */
function ratingReader(maximum: number, cells: readonly string[]): (cell: string) => Opinion | null {
  const inWords = opinionReader(cells);
  const stars = starScaleOf(cells, maximum);
  return (cell) => {
    const rating = parseRating(cell, maximum, stars);
    return rating === null ? inWords(cell) : { rating };
  };
}

/** A column has few statuses, and each is worked out once. */
function remembering(read: (word: string) => ItemStatus): (word: string) => ItemStatus {
  const known = new Map<string, ItemStatus>();
  return (word) => {
    const found = known.get(word) ?? read(word);
    if (known.size < SAMPLE) known.set(word, found);
    return found;
  };
}

/** Over a further part of a table, which may have fewer columns. */
function isHeaderAgain({ cells }: CsvRecord, names: ReadonlySet<string>): boolean {
  const said = cells.map(headerKey).filter((key) => key !== '');
  return said.length > 1 && said.every((key) => names.has(key));
}

const TOTAL =
  /^(?:(?:grand )?totals?|sum|summe|gesamt|insgesamt|somme|totale|somma|suma|totaal|итого|всего|合計|合计|总计)\s*[:=\uff1a]\s*[\d.,]*$/iu;

/** A line below the table ("Total: 3"), with nothing beside it but numbers. */
function isTotal({ cells }: CsvRecord): boolean {
  const said = cells.map(cleanCell).filter((text) => text !== '');
  return said.some((text) => TOTAL.test(text)) && said.every((text) => TOTAL.test(text) || /^[\d.,%]+$/u.test(text));
}

/** What a record is in place of a thing; null where it may be one. @param names keys of the header's cells */
const noThing = (record: CsvRecord, names: ReadonlySet<string>): string | null =>
  isHeaderAgain(record, names) ? 'the header again' : isTotal(record) ? 'a line of totals' : null;

/** Reads every record of a table by a mapping. Rejects only with `cancelled`. */
export async function applyMapping(table: CsvTable, mapping: CsvMapping, pacer: Pacer): Promise<SourceReading> {
  const collector = new RowCollector();
  const unread = new UnreadCells(table.file);
  const warnings = table.warnings.map((warning) => `${table.file}: ${warning}`);
  const cell = (record: CsvRecord, field: CsvField): string => {
    const column = mapping.columns[field];
    const raw = column === undefined ? '' : (record.cells[column] ?? '');
    if (keepsLines(field)) return cleanText(raw);
    return cleanCell(raw);
  };
  /** The days of a cell, each as it is written; of a span the end. */
  const daysIn = (record: CsvRecord, field: CsvField): readonly string[] =>
    daysOfCell((record.cells[mapping.columns[field] ?? -1] ?? '').trim()).map((day) =>
      dayOfSpan(cleanCell(day), field === 'finishedAt'),
    );
  const headerOf = (field: CsvField): string => {
    const column = mapping.columns[field] ?? -1;
    return table.header[column] || (column < 0 ? '' : `#${String(column + 1)}`);
  };
  const checked: Reader['checked'] = (value, record, field) => {
    const text = cell(record, field);
    return text === '' ? value : unread.checked(value, headerOf(field), record.line, text);
  };
  const orders = new Map(
    DATE_FIELDS.map((field: CsvField) => {
      const found = dateOrderOf(table.rows.flatMap((record) => daysIn(record, field)));
      const order = found.order ?? orderOfHeader(headerOf(field));
      if (found.ambiguous !== null && order === null)
        warnings.push(`${table.file}: ${readMonthFirst(found.ambiguous)}`);
      return [field, order] as const;
    }),
  );
  const sample = table.rows.slice(0, SAMPLE);
  const ratings = table.rows.map((record) => cell(record, 'rating'));
  const areGrades = areSchoolGrades(headerWords(headerOf('rating')), ratings);
  if (areGrades) warnings.push(`${table.file}: ${SCHOOL_GRADES}`);
  const reader: Reader = {
    file: table.file,
    mapping,
    cell,
    checked,
    opinion: areGrades ? readSchoolGrade : ratingReader(mapping.ratingMaximum, ratings),
    dates: (record, field) =>
      daysIn(record, field).flatMap((day) => checked(parseDate(day, orders.get(field)), record, field) ?? []),
    kind: kindReader(
      mapping,
      sample.map((record) => cell(record, 'kind')),
      (record) => cell(record, 'kind'),
      (record) => {
        checked(null, record, 'kind');
      },
    ),
    status: remembering(statusOfWord),
    makers: makerColumnOf(
      headerOf('creators'),
      mapping.kind,
      sample.map((record) => cell(record, 'creators')),
    ),
    lengthMeasure: mapping.columns.length === undefined ? null : measureOfHeader(headerOf('length')),
  };
  const names = new Set(table.header.map(headerKey));
  for (const [index, record] of table.rows.entries()) {
    if (index % 50 === 0) await pacer.yieldIfDue();
    collector.take(table.file, table.header, record, () => noThing(record, names) ?? readRecord(reader, record));
  }
  return {
    label: `CSV file (${table.header.length} columns)`,
    rows: collector.rows,
    skipped: collector.skipped,
    ignoredFiles: [],
    warnings,
    unreadCells: unread.columns,
  };
}

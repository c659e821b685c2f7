import type { OwnReaderField } from '../../domain/item-fields/field-names';
import { addedTags } from '../../domain/item-fields/field-rules';
import { ITEM_FIELDS } from '../../domain/item-fields/item-fields';
import type { ItemStatus } from '../../domain/item-values';
import { dateOrderOf, parseDate } from '../cells/cell-dates';
import { isbnIdentifiers } from '../cells/identifier-cells';
import { measureOfHeader, parseLength, type LengthMeasure } from '../cells/cell-length';
import { cleanCell, formulaText, parseCount, parseRating, splitList } from '../cells/cell-values';
import { statusOfShelves, tagsAndShelves, withoutStatuses } from '../cells/shelves';
import type { CsvRecord } from '../containers/csv-records';
import type { CsvTable } from '../containers/csv-table';
import type { ImportedRow } from '../../domain/imported-row';
import type { Pacer } from '../pacer';
import { blankRow, RowCollector, titleOf, type SourceReading } from '../source';
import { isPlainColumn, type CsvField } from './csv-fields';
import { readPlainColumns } from './plain-cells';

/** How to read a CSV that no source claims: the person's answer to the mapping step. */
export interface CsvMapping {
  /** Column of each field, 0-based; a field left out is not in the file. */
  readonly columns: Readonly<Partial<Record<CsvField, number>>>;
  /** Kind of every row whose kind column is missing or blank. */
  readonly kind: string;
  /** The best rating on the file's scale: 5, 10, 100. Zero is always "unrated". */
  readonly ratingMaximum: number;
  readonly crowdMaximum: number;
}

/** The first that fits counts: what is denied, or true in part, comes before the word itself. */
const STATUS_WORDS: readonly (readonly [RegExp, ItemStatus])[] = [
  [
    /(?:did|do|have|has|could|can).?n.?.?t.?finish|did.?not.?finish|\bdnf\b|abandon|dropped|gave.?up|given.?up|stopped|retired|unfinished|not.?finished|abgebrochen|abbandonat|abandonn|zurückgelegt/iu,
    'abandoned',
  ],
  [/partial|partly|half|incomplete|in.?progress|teilweise|angefangen|commenc|iniziat/iu, 'in-progress'],
  [/want|wish|plan|\bto.?(?:read|watch|play|listen|see|finish)|backlog|queue|\btbr\b|later|wunsch|vormerk/iu, 'wanted'],
  [
    /^(?:not|never|un|noch nicht|nicht|non|pas|no|nao|não|niet|inte|ikke)[\s-]?(?:yet )?(?:read|watch|play|seen|start|listen|begun|begonnen|gelesen|gesehen|gespielt|gehört|lu|vu|joué|letto|visto|leído|leido|lido|jugado|gelezen|gezien|läst|sett|lest)/iu,
    'wanted',
  ],
  [
    /current|reading|watching|playing|listening|on.?hold|paused|gerade|en cours|in corso|leyendo|lendo/iu,
    'in-progress',
  ],
  [
    /^(?:already )?read$|finish|complete|watched|seen|played|beaten|mastered|\bdone\b|listened|gelesen|gesehen|gehört|gespielt|\blu$|\bvu$|letto|visto|leído|leido|^(?:yes|x|1|true)$/iu,
    'finished',
  ],
];

/** A status word of whatever service; 'none' where it is not known. */
export const statusOfWord = (word: string): ItemStatus =>
  STATUS_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? 'none';

type CreatorStyle = 'last-first' | 'list';

/** "Le Guin, Ursula K." in most cells means one creator each, last name first; otherwise commas separate creators. */
function creatorStyle(cells: readonly string[]): CreatorStyle {
  const withComma = cells.filter((cell) => cell.includes(','));
  const flipped = withComma.filter(
    (cell) => /^[^,;&]{2,30}, [^,;&]{1,30}$/.test(cell) && (cell.split(',')[0] ?? '').trim().split(' ').length <= 2,
  );
  return withComma.length > 0 && flipped.length > withComma.length * 0.8 && withComma.length > cells.length * 0.5
    ? 'last-first'
    : 'list';
}

function creatorsOf(cell: string, style: CreatorStyle): string[] {
  return splitList(cell, style === 'list' ? /[;|]|, | & / : /[;|]/).map((name) => {
    const [last, first] = style === 'last-first' ? name.split(/,\s*/) : [];
    return last !== undefined && first !== undefined && first !== '' ? `${first} ${last}` : name;
  });
}

interface Reader {
  readonly file: string;
  readonly mapping: CsvMapping;
  readonly cell: (record: CsvRecord, field: CsvField) => string;
  readonly date: (record: CsvRecord, field: CsvField) => number | null;
  readonly creatorStyle: CreatorStyle;
  readonly lengthMeasure: LengthMeasure | null;
}

function readRecord(
  { file, mapping, cell, date, creatorStyle: style, lengthMeasure }: Reader,
  record: CsvRecord,
): ImportedRow | string {
  const title = titleOf(formulaText(cell(record, 'title')));
  if (title === null) return 'no title';
  const imdb = /tt\d{5,}/.exec(cell(record, 'imdb'))?.[0];
  const ownRating = parseRating(cell(record, 'rating'), mapping.ratingMaximum);
  const finishedAt = date(record, 'finishedAt');
  const stated = statusOfWord(cell(record, 'status'));
  const crowdRating = parseRating(cell(record, 'crowdRating'), mapping.crowdMaximum);
  const crowdCount = parseCount(cell(record, 'crowdCount'));
  const series = cell(record, 'series');
  const kind = cell(record, 'kind').toLowerCase() || mapping.kind;
  const position = /^(.*?)[,\s]*[#(]\s*(\d+(?:\.\d+)?)\)?$/.exec(series);
  const plain = readPlainColumns((field) => cell(record, field));
  const onShelves = tagsAndShelves(withoutStatuses(plain.shelves));
  const own: Pick<ImportedRow, OwnReaderField> = {
    kind,
    title,
    creators: creatorsOf(cell(record, 'creators'), style),
    length: parseLength(cell(record, 'length'), kind, lengthMeasure),
    series:
      series === ''
        ? null
        : { name: position?.[1] ?? series, position: position === null ? null : Number(position[2]) },
    crowd: crowdRating === null && crowdCount === null ? null : { rating: crowdRating, count: crowdCount },
    identifiers: {
      ...isbnIdentifiers([cell(record, 'isbn')]),
      ...(imdb === undefined ? {} : { imdb }),
    },
    ownRating,
    status:
      stated !== 'none'
        ? stated
        : (statusOfShelves(plain.shelves) ?? (finishedAt !== null || ownRating !== null ? 'finished' : 'none')),
    finishedAt,
  };
  return {
    ...blankRow(file, record.line, kind, title),
    ...plain,
    ...own,
    tags: addedTags(plain.tags, onShelves.tags),
    shelves: onShelves.shelves,
    ratedAt: ownRating === null ? null : date(record, 'ratedAt'),
    addedAt: date(record, 'addedAt'),
  };
}

const keepsLines = (field: CsvField): boolean =>
  isPlainColumn(field) && ITEM_FIELDS[field].imported.column.read === 'paragraphs';

const DATE_FIELDS = ['finishedAt', 'addedAt', 'ratedAt'] as const;

/** Reads every record of a table by a mapping. Rejects only with `cancelled`. */
export async function applyMapping(table: CsvTable, mapping: CsvMapping, pacer: Pacer): Promise<SourceReading> {
  const collector = new RowCollector();
  const warnings = table.warnings.map((warning) => `${table.file}: ${warning}`);
  const cell = (record: CsvRecord, field: CsvField): string => {
    const column = mapping.columns[field];
    const raw = column === undefined ? '' : (record.cells[column] ?? '');
    return keepsLines(field) ? raw.replaceAll('\0', '').trim() : cleanCell(raw);
  };
  const orders = new Map(
    DATE_FIELDS.map((field: CsvField) => {
      const found = dateOrderOf(table.rows.map((record) => cell(record, field)));
      if (found.ambiguous) warnings.push(`${table.file}: dates such as 03/04/2020 are read month first`);
      return [field, found.order] as const;
    }),
  );
  const reader: Reader = {
    file: table.file,
    mapping,
    cell,
    date: (record, field) => parseDate(cell(record, field), orders.get(field)),
    creatorStyle: creatorStyle(table.rows.slice(0, 500).map((record) => cell(record, 'creators'))),
    lengthMeasure:
      mapping.columns.length === undefined ? null : measureOfHeader(table.header[mapping.columns.length] ?? ''),
  };
  for (const [index, record] of table.rows.entries()) {
    if (index % 50 === 0) await pacer.yieldIfDue();
    collector.take(table.file, table.header, record, () => readRecord(reader, record));
  }
  return {
    label: `CSV file (${table.header.length} columns)`,
    rows: collector.rows,
    skipped: collector.skipped,
    ignoredFiles: [],
    warnings,
  };
}

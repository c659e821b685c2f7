import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { parseDate } from '../cells/cell-dates';
import { formulaText, parseIsbn } from '../cells/cell-values';
import { asinIn, isbnIdentifiers } from '../cells/identifier-cells';
import { isHelper, makersOf, type MakerColumn } from '../cells/maker-cells';
import { statusOfShelf, statusOfShelves, tagsAndShelves, withoutStatuses } from '../cells/shelves';
import { textOfHtml } from '../containers/html-text';
import type { TableRow } from '../read-table';
import { blankRow, titleOf } from '../source';
import { tableSource } from '../table-source';

const REQUIRED = ['Title', 'Authors', 'Read Status', 'Star Rating'] as const;
/** Stars, in quarters. */
const SCALE = 5;

/** Statuses are words with hyphens; anything else, or a format, stands where a comma has shifted the cells. */
const STATUS_WORD = /^(?!(?:audio|digital|ebook|hardcover|paperback)$)[a-z]+(?:-[a-z]+)*$/;
const RANGE = /^(\d{4}\/\d{1,2}(?:\/\d{1,2})?)\s*-\s*(\d{4}\/\d{1,2}(?:\/\d{1,2})?)?$/;

/** The last days of "2021/01/20-2021/02/09, 2023/05/01"; a range without an end is not over. */
function daysRead(cell: string): number[] {
  return cell.split(',').flatMap((part) => {
    const range = RANGE.exec(part.trim());
    return parseDate(range === null ? part : (range[2] ?? '')) ?? [];
  });
}

/** The cell holds an ISBN, an Amazon number, or a number of The StoryGraph's own for an edition without either. */
function identifiersOf(cell: string): Readonly<Record<string, string>> {
  const text = formulaText(cell);
  if ('asin' in asinIn(text)) return asinIn(text);
  const own = parseIsbn(text) === null && /[a-z-]/i.test(text) && /^[\da-z-]{6,}$/i.test(text);
  return own && !/^\d+(?:\.\d+)?E\+?\d+$/i.test(text) ? { storygraph: text } : isbnIdentifiers([text]);
}

const NAMES: MakerColumn = { named: 'people', order: 'first-last' };

/** Of the contributors those whose role made the book: many are translators, and then some without their role. */
function creatorsOf(row: TableRow): string[] {
  const contributors = row.list(/,(?![^(]*\))/, 'Contributors').filter((entry) => entry.endsWith(')'));
  const makers = makersOf(row.cell('Authors'), NAMES);
  const others = contributors.filter((entry) => !isHelper(roleOf(entry)));
  return [...new Set([...makers, ...makersOf(others.join('; '), NAMES)])];
}

const roleOf = (entry: string): string => /\(([^()]*)\)$/.exec(entry)?.[1] ?? '';

function readRow(row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('Title'));
  if (title === null) return 'no title';
  const word = row.cell('Read Status').toLowerCase();
  if (word !== '' && !STATUS_WORD.test(word)) return 'its cells stand in the wrong columns: a comma too many';
  const ownRating = row.rating(SCALE, 'Star Rating');
  const last = row.date('Last Date Read');
  const days = daysRead(row.cell('Dates Read'));
  const status: ItemStatus =
    statusOfShelf(word) ??
    // What was taken off again has no status of theirs; a tag may say it.
    (ownRating !== null || last !== null ? 'finished' : (statusOfShelves(row.list(',', 'Tags')) ?? 'none'));
  const isOver = status === 'finished' || status === 'abandoned';
  const pace = row.cell('Pace');
  return {
    ...blankRow(row.file, row.line, 'book', title),
    creators: creatorsOf(row),
    ...withMoods(row, pace),
    identifiers: identifiersOf(row.cell('ISBN/UID')),
    ownRating,
    status,
    finishedAt: isOver ? (last ?? days.at(-1) ?? null) : null,
    ...(status === 'finished' && days.length > 1 ? { finishedDates: days.toSorted((one, other) => one - other) } : {}),
    addedAt: row.date('Date Added'),
    note: textOfHtml(row.text('Review')),
  };
}

/** Moods and pace say what a book is; the tags are the owner's own words. */
function withMoods(row: TableRow, pace: string): Pick<ImportedRow, 'tags' | 'shelves'> {
  const { tags, shelves } = tagsAndShelves(withoutStatuses(row.list(',', 'Tags')));
  const owned = /^yes$/i.test(row.cell('Owned?')) ? ['owned'] : [];
  return {
    tags: [...new Set([...tags, ...row.list(',', 'Moods'), ...(pace === '' ? [] : [`${pace}-paced`])])],
    shelves: [...shelves, ...owned],
  };
}

/** The StoryGraph's export of a library. It states neither year nor pages. */
export const storygraph = tableSource({
  id: 'storygraph',
  scale: SCALE,
  required: REQUIRED,
  layout: 'library',
  label: 'The StoryGraph export',
  dates: ['Date Added', 'Last Date Read'],
  read: readRow,
});

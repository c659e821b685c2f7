import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { tagsAndShelves } from '../cells/shelves';
import { identifiersIn } from '../cells/service-identifiers';
import { textOfHtml } from '../containers/html-text';
import { JsonReader } from '../cells/json-reader';
import type { TableRow } from '../read-table';
import { blankRow, titleOf } from '../source';
import { tableSource } from '../table-source';

/** Stars. */
const SCALE = 5;
const REQUIRED = ['name', 'shelves', 'platforms', 'giantbomb_id'] as const;

/** Its own shelves; all others are their owner's. */
const STATUSES: ReadonlyMap<string, ItemStatus> = new Map<string, ItemStatus>([
  ['played', 'finished'],
  ['playing', 'in-progress'],
  ['wish list', 'wanted'],
  ['wishlist', 'wanted'],
  ['backlog', 'wanted'],
  ['dropped', 'abandoned'],
  ['abandoned', 'abandoned'],
]);
/** The further of two of them. */
const ORDER: readonly ItemStatus[] = ['none', 'wanted', 'in-progress', 'finished', 'abandoned'];

/** JSON that stands in a cell; blank where it is none. */
function jsonOf(cell: string): JsonReader {
  try {
    return new JsonReader(JSON.parse(cell));
  } catch {
    return new JsonReader(null);
  }
}

/** The names that a cell's object has for keys, or its array for values. */
function namesIn(cell: string): readonly string[] {
  const json = jsonOf(cell);
  const { value } = json;
  if (Array.isArray(value)) return json.items().map((item) => item.text('name') || item.text());
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

/** Names of genres and makers are cells of JSON too. */
const listIn = (cell: string): readonly string[] =>
  namesIn(cell)
    .map((name) => name.trim())
    .filter((name) => name !== '');

function statusOf(shelves: readonly string[]): ItemStatus {
  const said = shelves.flatMap((shelf) => STATUSES.get(shelf.toLowerCase()) ?? []);
  return said.reduce<ItemStatus>((best, next) => (ORDER.indexOf(next) > ORDER.indexOf(best) ? next : best), 'none');
}

function readRow(row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('name'));
  if (title === null) return 'no name';
  const shelves = listIn(row.text('shelves'));
  const finished = jsonOf(row.text('dates'))
    .items()
    .map((dates) => dates.date('date_finished'))
    .filter((at) => at !== null)
    .sort((left, right) => left - right);
  const own = tagsAndShelves(shelves.filter((shelf) => !STATUSES.has(shelf.toLowerCase())));
  const ownRating = row.rating(SCALE, 'rating');
  const status = statusOf(shelves);
  return {
    ...blankRow(row.file, row.line, 'game', title),
    creators: listIn(row.text('developers')),
    year: row.year('release_date'),
    shelves: own.shelves,
    tags: [...listIn(row.text('genres')), ...own.tags],
    identifiers: identifiersIn({ giantbomb: row.cell('giantbomb_id'), igdb: row.cell('igdb_id') }),
    url: titleOf(row.cell('url')),
    ownRating,
    status: status === 'none' && (finished.length > 0 || ownRating !== null) ? 'finished' : status,
    finishedAt: finished.at(-1) ?? null,
    note: textOfHtml(row.text('review')),
    ...(finished.length > 1 ? { finishedDates: finished } : {}),
  };
}

/** A collection of games; shelves, platforms, dates and genres are JSON inside its cells. */
export const grouvee = tableSource({
  id: 'grouvee',
  scale: SCALE,
  required: REQUIRED,
  layout: 'collection',
  label: 'Grouvee collection',
  read: readRow,
});

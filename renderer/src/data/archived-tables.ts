import type { z } from 'zod';
import type { ArchivedTable, RowReference } from '../domain/archived-table';
import { parserOf, problemOf } from '../domain/parsing';
import { ROW_SCHEMAS } from './row-schemas';
import type { KeptTable, TableRows } from './schema';

type Row<Name extends KeptTable> = TableRows[Name];
interface Peculiarities<Name extends KeptTable> {
  readonly keyField?: string;
  readonly isReferenced?: boolean;
  readonly referencesOf?: (row: Row<Name>) => readonly RowReference[];
  readonly oddityOf?: (row: Row<Name>) => string | null;
}

/** Years that a form takes; older ones are negative. */
const MAX_YEAR = 9999;
/** Characters. */
const MAX_TITLE = 5000;

const item = (key: string): RowReference => ({ table: 'items', key });
const person = (key: string): RowReference => ({ table: 'people', key });
const oddRating = (rating: number | null): boolean => rating !== null && (rating < 0 || rating > 1);

function archivedTable<Name extends KeptTable>(
  name: Name,
  schema: z.ZodType<Row<Name>>,
  { keyField = 'id', isReferenced = false, referencesOf, oddityOf }: Peculiarities<Name>,
): ArchivedTable {
  const parse = parserOf(schema);
  return {
    name,
    keyField,
    isReferenced,
    problemOf: (row) => (parse(row) === undefined ? problemOf(schema, row) : null),
    oddityOf: (row) => {
      const parsed = parse(row);
      return parsed === undefined ? null : (oddityOf?.(parsed) ?? null);
    },
    referencesOf: (row) => {
      if (referencesOf === undefined) return [];
      const parsed = parse(row);
      return parsed === undefined ? [] : referencesOf(parsed);
    },
  };
}

/**
 * The tables of an archive, in the order of its parts: those that others name come first. The history of undo
 * (`actions`, `actionChanges`) is not among them: it holds what stood there before, of which a restored library knows
 * nothing. Nor is what stands between this database and the journal outside (`outbox`, `outside`).
 */
export const ARCHIVED_TABLES: readonly ArchivedTable[] = [
  archivedTable('items', ROW_SCHEMAS.items, {
    isReferenced: true,
    oddityOf: ({ title, year, ownRating }) => {
      if (title.length > MAX_TITLE) return 'has a title of extreme length';
      if (year !== null && Math.abs(year) > MAX_YEAR) return 'has a year that is none';
      return oddRating(ownRating) ? 'has a rating beyond the scale' : null;
    },
  }),
  archivedTable('people', ROW_SCHEMAS.people, {
    isReferenced: true,
    oddityOf: ({ name }) => (name.length > MAX_TITLE ? 'has a name of extreme length' : null),
  }),
  archivedTable('events', ROW_SCHEMAS.events, {
    referencesOf: ({ itemId, personId, otherItemId }) => [
      item(itemId),
      person(personId),
      ...(otherItemId === null ? [] : [item(otherItemId)]),
    ],
    oddityOf: ({ rating }) => (oddRating(rating) ? 'has a rating beyond the scale' : null),
  }),
  archivedTable('shares', ROW_SCHEMAS.shares, {
    referencesOf: ({ itemId, personId }) => [item(itemId), person(personId)],
  }),
  archivedTable('lists', ROW_SCHEMAS.lists, {
    referencesOf: ({ entries }) => entries.map(({ itemId }) => item(itemId)),
  }),
  // What was deleted names what may be deleted as well, and slates are a log of what was shown then.
  archivedTable('trash', ROW_SCHEMAS.trash, {}),
  archivedTable('slates', ROW_SCHEMAS.slates, {}),
  archivedTable('settings', ROW_SCHEMAS.settings, { keyField: 'key' }),
];
